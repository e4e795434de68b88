import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { usageError } from './session.ts';

/**
 * Reads what an option's file holds, `-` for stdin. Throws a usage error that says what is wrong with it; `what` names
 * its content in the plural.
 */
export async function readJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  what: string,
): Promise<z.output<Schema>> {
  const content = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(() => {
    throw usageError(`The file ${file} cannot be read.`);
  });
  try {
    return schema.parse(JSON.parse(content));
  } catch (problem) {
    const why = problem instanceof z.ZodError ? z.prettifyError(problem).slice(0, 300) : 'It is not JSON.';
    throw usageError(`The ${what} cannot be used. ${why}`);
  }
}
