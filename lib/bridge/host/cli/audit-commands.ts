import { readFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import { unreachable } from '../../../kernel/invariant.ts';
import { verifyAuditExport, type AuditFault } from '../../protocol/verify-audit.ts';
import { auditAsCsv } from '../export-audit.ts';
import { printError, printResult } from '../print.ts';
import { usageError, type Session } from './session.ts';

/** Adds the commands about the audit trail. Verifying needs no browser. */
export function addAuditCommands(program: Command, session: Session): void {
  const audit = program.command('audit').description('the audit trail');
  audit
    .command('list')
    .description('your entries in full, hashes of the rest')
    .option('--after <position>', 'begin after this position', '0')
    .option('--limit <count>', '500 at most', '200')
    .action(({ after, limit }: { after: string; limit: string }) =>
      session.call('audit_list', { after: Number(after), limit: Number(limit) }),
    );
  audit
    .command('export')
    .description('the whole trail on stdout')
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .action(({ format }: { format: 'json' | 'csv' }) => exportTrail(session, format));
  audit
    .command('verify <file>')
    .description('recompute the chain of a JSON export')
    .action((file: string) => verifyFile(session, file));
}

async function exportTrail(session: Session, format: 'json' | 'csv'): Promise<void> {
  const client = session.client();
  try {
    const trail = await client.auditExport();
    if (format === 'csv') process.stdout.write(auditAsCsv(trail));
    else process.stdout.write(`${JSON.stringify(trail, null, 1)}\n`);
  } catch (problem) {
    printError(problem, session.isJson());
  } finally {
    client.close();
  }
}

async function verifyFile(session: Session, file: string): Promise<void> {
  try {
    const content = await readFile(file, 'utf8').catch(() => {
      throw usageError(`The file ${file} cannot be read.`);
    });
    const verdict = verifyAuditExport(parseJson(content));
    const result = verdict.ok
      ? { status: 'ok', ...verdict.value }
      : { status: 'failed', fault: verdict.error, message: describeFault(verdict.error) };
    printResult(result, session.isJson());
  } catch (problem) {
    printError(problem, session.isJson());
  }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function describeFault(fault: AuditFault): string {
  switch (fault.kind) {
    case 'not_an_export':
      return 'The file is not a JSON export of an audit trail.';
    case 'entry_missing':
      return `Entry ${fault.position} is missing.`;
    case 'link_broken':
      return `Entry ${fault.position} does not follow from the one before.`;
    case 'entry_edited':
      return `Entry ${fault.position} does not say what it said when it was written.`;
    case 'head_differs':
      return 'The trail does not end where its head says.';
    default:
      return unreachable(fault);
  }
}
