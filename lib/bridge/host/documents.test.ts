import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '../protocol/operations.ts';
import { CHECKOUT_STATUSES } from '../protocol/views.ts';
import { PROTOCOL_VERSION } from '../protocol/frames.ts';
import { listTools } from './mcp-tools.ts';

const guide = readFileSync('docs/integrate.md', 'utf8');
const skill = readFileSync('skills/countersign/SKILL.md', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const snippets = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(([, text]) => text!);

describe('the guide and the skill', () => {
  it('name every tool, and map each to its dotted name', () => {
    for (const { name } of listTools()) {
      expect(skill).toContain(`\`${name}\``);
      expect(guide).toContain(`\`${name}\``);
      expect(guide).toContain(`\`${name.replace('_', '.')}\``);
    }
  });

  it('name no tool that is not there', () => {
    const families = new Set(Object.keys(operations).map((name) => name.split('_')[0]));
    for (const [, name] of skill.matchAll(/`([a-z]+_[a-z]+)`/g))
      if (families.has(name!.split('_')[0])) expect(Object.keys(operations)).toContain(name);
  });

  it('explain every status of a checkout', () => {
    for (const status of CHECKOUT_STATUSES) {
      expect(skill).toContain(`\`${status}\``);
      expect(guide).toContain(`\`${status}\``);
    }
  });

  it('are of this version and wire [A51]', () => {
    expect(skill).toContain(`version: '${version}'`);
    expect(skill).toContain(`wire: '${PROTOCOL_VERSION}'`);
  });

  it('keep to the form of skills: name of the folder, sizes of description and body', () => {
    const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(skill)!;
    expect(head).toMatch(/^name: countersign$/m);
    expect(/^description: (.*)$/m.exec(head!)![1]!.length).toBeLessThanOrEqual(1_024);
    expect(/^compatibility: (.*)$/m.exec(head!)![1]!.length).toBeLessThanOrEqual(500);
    expect(body!.split('\n').length).toBeLessThan(500);
    expect(body!.length / 4).toBeLessThan(5_000);
  });

  it('have configurations that parse and start this command [A50]', () => {
    const configurations = snippets('json').map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(configurations.length).toBe(2);
    for (const configuration of configurations) {
      expect(configuration).toMatchObject({
        mcpServers: {
          countersign: { command: 'node', args: [expect.stringMatching(/countersign\.js$/), 'mcp'] },
        },
      });
    }
  });

  it('have Python that compiles [A50]', ({ skip }) => {
    try {
      execFileSync('python3', ['--version'], { stdio: 'ignore' });
    } catch {
      skip('there is no python3 here');
    }
    const compile = 'import ast, sys; ast.parse(sys.stdin.read())';
    for (const input of snippets('python')) execFileSync('python3', ['-c', compile], { input });
    expect(snippets('python').length).toBe(3);
  });
});
