import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from './machine.ts';

/** The script that browsers start. */
export const launcherPath = (stateDirectory: string, platform: NodeJS.Platform) =>
  join(stateDirectory, platform === 'win32' ? 'native-host.cmd' : 'native-host.sh');

const shellQuoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
/** In a batch file a percent sign begins a variable even between quotes. */
const batchQuoted = (text: string) => `"${text.replaceAll('%', '%%')}"`;

/** Browsers start hosts with an environment of their own: all paths are absolute, and the state directory is named. */
const shellScript = (stateDirectory: string, command: string) =>
  [
    '#!/bin/sh',
    `export COUNTERSIGN_STATE_DIR=${shellQuoted(stateDirectory)}`,
    `exec ${shellQuoted(process.execPath)} ${shellQuoted(command)} native-host "$@"`,
    '',
  ].join('\n');
const windowsScript = (stateDirectory: string, command: string) =>
  [
    '@echo off',
    `set ${batchQuoted(`COUNTERSIGN_STATE_DIR=${stateDirectory}`)}`,
    `${batchQuoted(process.execPath)} ${batchQuoted(command)} native-host %*`,
    '',
  ].join('\r\n');

/** Writes the script that starts this command as a host. Returns its path. */
export function writeLauncher(parameters: {
  stateDirectory: string;
  command: string;
  machine: Machine;
}): string {
  const { stateDirectory, command, machine } = parameters;
  const path = launcherPath(stateDirectory, machine.platform);
  const script = machine.platform === 'win32' ? windowsScript : shellScript;
  mkdirSync(stateDirectory, { recursive: true, mode: 0o700 });
  writeFileSync(path, script(stateDirectory, command));
  chmodSync(path, 0o755);
  return path;
}

/** The program and the command that a launcher starts; `undefined` when it cannot be read. */
export function launchedBy(
  launcher: string,
  platform: NodeJS.Platform,
): { program: string; command: string } | undefined {
  if (!existsSync(launcher)) return undefined;
  const line = readFileSync(launcher, 'utf8')
    .split(/\r?\n/)
    .find((one) => one.includes(' native-host '));
  const [program, command] =
    platform === 'win32'
      ? [...(line ?? '').matchAll(/"([^"]*)"/g)].map(([, text]) => text!.replaceAll('%%', '%'))
      : [...(line ?? '').matchAll(/'((?:[^']|'\\'')*)'/g)].map(([, text]) => text!.replaceAll(`'\\''`, "'"));
  return program !== undefined && command !== undefined ? { program, command } : undefined;
}
