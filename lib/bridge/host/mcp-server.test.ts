import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer';
import { describe, expect, it, vi } from 'vitest';
import { built, desk, MANDATE, pair, SHOP, state, useBuiltDesk } from '../testing/built-desk.ts';

const INSPECTOR = resolve('node_modules/@modelcontextprotocol/inspector-cli/build');

useBuiltDesk();

describe('the MCP server [A49]', () => {
  async function connectMcp() {
    const client = new Client({ name: 'test', version: '1' });
    const env = { ...process.env, COUNTERSIGN_STATE_DIR: state } as Record<string, string>;
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [built.command, 'mcp'], env }),
    );
    const call = async (name: string, input: Record<string, unknown> = {}) =>
      (await client.callTool({ name, arguments: input })) as CallToolResult;
    return { client, call };
  }

  it('lists the tools in one order, within 4,000 tokens, none of which approves', async () => {
    const { client } = await connectMcp();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "agent_request",
        "agent_status",
        "wallet_balance",
        "spend_summary",
        "payment_request",
        "mandate_get",
        "mandate_list",
        "card_create",
        "card_list",
        "card_close",
        "checkout_inspect",
        "checkout_preview",
        "checkout_execute",
        "checkout_get",
        "checkout_wait",
        "checkout_cancel",
        "payment_execute",
        "choice_request",
        "choice_get",
        "audit_list",
      ]
    `);
    expect(tools.every(({ inputSchema }) => inputSchema.additionalProperties === false)).toBe(true);
    expect(countTokens(JSON.stringify(tools))).toBeLessThanOrEqual(4_000);
    await client.close();
  });

  it('pairs, and answers with structured content that the text repeats', async () => {
    const { client, call } = await connectMcp();
    expect(await call('wallet_balance')).toMatchObject({
      isError: true,
      structuredContent: { error: { code: 'not_paired' } },
    });
    expect((await call('agent_request', { name: 'Desk' })).structuredContent).toMatchObject({
      code: 'AB1-2CD',
    });
    desk.approveAgents();
    const balance = await call('wallet_balance');
    expect(balance.isError).toBeUndefined();
    expect(balance.content).toEqual([{ type: 'text', text: JSON.stringify(balance.structuredContent) }]);
    await client.close();
  });

  it('refuses bad arguments with code, message and fix, and unknown tools by the protocol', async () => {
    await pair();
    const { client, call } = await connectMcp();
    for (const [name, input] of [
      ['wallet_balance', { currency: 5 }],
      ['checkout_preview', { mandate: MANDATE }],
      ['checkout_preview', { mandate: MANDATE, url: SHOP, approve: true }],
      ['agent_request', { name: 'x', key: 'a'.repeat(64) }],
    ] as const) {
      const { structuredContent, isError } = await call(name, input);
      expect(isError).toBe(true);
      expect(structuredContent).toMatchObject({
        error: { code: 'invalid_input', fix: 'Correct the arguments.' },
      });
    }
    await expect(call('checkout_approve')).rejects.toThrow(/no tool/);
    await client.close();
  });

  it('answers any arguments of any tool with a result or with code, message and fix, and goes on', async () => {
    await pair();
    const { client, call } = await connectMcp();
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name).filter((name) => name !== 'checkout_wait');
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(MANDATE, SHOP, '25.00', 'x'.repeat(400_000)));
    const input = fc.dictionary(
      fc.constantFrom('id', 'mandate', 'url', 'amount', 'purpose', 'name', 'key'),
      value,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), input, async (name, given) => {
        const { isError, structuredContent } = await call(name, given);
        if (!isError) return;
        const { error } = structuredContent as { error: Record<string, string> };
        expect(Object.keys(error)).toEqual(['code', 'message', 'fix']);
        expect(error.message!.length + error.fix!.length).toBeLessThan(1_000);
      }),
      { numRuns: 200 },
    );
    expect((await call('wallet_balance')).isError).toBeUndefined();
    await client.close();
  });

  it('gives the key of an answer, and repeats a call that was given up under the same key', async () => {
    await pair();
    const { client, call } = await connectMcp();
    const input = { mandate: MANDATE, url: SHOP };
    const held = desk.hold('checkout_preview');
    const givenUp = new AbortController();
    const first = client.callTool({ name: 'checkout_preview', arguments: input }, undefined, {
      signal: givenUp.signal,
    });
    await vi.waitFor(() => expect(desk.calls.at(-1)?.operation).toBe('checkout_preview'));
    givenUp.abort();
    await expect(first).rejects.toThrow();
    held.release();
    const keyOfFirst = desk.calls.at(-1)?.idempotencyKey;
    const second = await call('checkout_preview', input);
    const third = await call('checkout_preview', input);
    expect(second.structuredContent).toMatchObject({ idempotency_key: keyOfFirst });
    expect((third.structuredContent as { idempotency_key: string }).idempotency_key).not.toBe(keyOfFirst);
    await client.close();
  });

  it('[A50] serves the MCP Inspector on its command line: the list, a call, a refusal', async () => {
    await pair();
    const inspect = async (...method: string[]) => {
      const server = [process.execPath, built.command, 'mcp', '-e', `COUNTERSIGN_STATE_DIR=${state}`];
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(INSPECTOR, 'cli.js'), '--cli', ...server, '--method', ...method],
        // It looks for its own package.json beside the folder that it is started in.
        { cwd: INSPECTOR },
      );
      return JSON.parse(stdout) as { tools: { name: string }[] } & CallToolResult;
    };
    const { tools } = await inspect('tools/list');
    expect(tools.map(({ name }) => name)).toContain('payment_execute');
    const call = (name: string, ...input: string[]) =>
      inspect('tools/call', '--tool-name', name, ...input.flatMap((one) => ['--tool-arg', one]));
    expect(await call('wallet_balance', 'currency=USD')).toMatchObject({
      structuredContent: { available: { currency: 'USD' } },
    });
    expect(await call('checkout_get', 'id=chk_none')).toMatchObject({
      isError: true,
      structuredContent: { error: { code: 'invalid_input' } },
    });
  });
});
