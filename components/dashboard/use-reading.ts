import { useEffect, useState } from 'react';
import type { RecordInput, RecordName, RecordOf, Surface } from '../../lib/ui/surface-store.ts';

/** What came of a question: the last answer to it, and the code of a refusal since. */
interface Reading<K extends RecordName> {
  readonly value?: RecordOf<K> | undefined;
  readonly refusal?: string | undefined;
}

/**
 * Reads records of the background, and again whenever the ledger moved. The last answer stays on the screen while the
 * same question is asked again; another question (a search, a page) begins with nothing.
 */
export function useAnswer<K extends RecordName>(
  surface: Surface,
  revision: number,
  type: K,
  input: RecordInput<K>,
): Reading<K> {
  const question = JSON.stringify(input);
  const [reading, setReading] = useState<Reading<K> & { question?: string }>({});
  useEffect(() => {
    let isCurrent = true;
    void surface.read(type, JSON.parse(question) as RecordInput<K>).then((answer) => {
      if (!isCurrent) return;
      setReading((before) =>
        answer.ok
          ? { question, value: answer.value }
          : { ...(before.question === question && before), question, refusal: answer.error.code },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [surface, revision, type, question]);
  return reading.question === question ? reading : {};
}

/** The same where nothing is said of a refusal: what cannot be read is not shown. */
export function useReading<K extends RecordName>(
  ...asked: Parameters<typeof useAnswer<K>>
): RecordOf<K> | undefined {
  return useAnswer<K>(...asked).value;
}
