import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { rootDir } from './paths.ts';

export interface ToolRun {
  readonly code: number;
  /** What it wrote to stdout and stderr, in order. */
  readonly printed: string;
}

/** Runs a tool of node_modules at the root and gives what it printed; `isLive` also shows it as it comes. */
export function runTool(
  name: string,
  args: readonly string[],
  { environment = {}, isLive = false }: { environment?: Record<string, string>; isLive?: boolean } = {},
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(rootDir, 'node_modules', '.bin', name), args, {
      cwd: rootDir,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    const keep = (chunk: Buffer) => {
      chunks.push(chunk);
      if (isLive) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    // A tool that was killed has no code of its own.
    child.on('close', (code) => resolve({ code: code ?? 1, printed: Buffer.concat(chunks).toString() }));
  });
}
