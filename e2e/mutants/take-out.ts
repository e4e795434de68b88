import type { Defence } from './defence.ts';

/** Takes a defence out; throws when the text that it is made of is not there, or there twice. */
export function takeOut({ name, file, edits }: Defence, text: string): string {
  return edits.reduce((source, [remove, put]) => {
    const times = source.split(remove).length - 1;
    if (times !== 1) throw new Error(`"${name}": its text stands ${times} times in ${file}:\n${remove}`);
    return source.replace(remove, () => put);
  }, text);
}
