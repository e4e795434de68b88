import { useEffect, useState } from 'react';
import type { RecordInput, RecordName, RecordOf, Surface } from '../../lib/ui/surface-store.ts';

/**
 * Reads records of the background, and again whenever the ledger moved. The last answer stays on the screen while the
 * same question is asked again; another question (a search, a page) begins with nothing.
 */
export function useReading<K extends RecordName>(
  surface: Surface,
  revision: number,
  type: K,
  input: RecordInput<K>,
): RecordOf<K> | undefined {
  const question = JSON.stringify(input);
  const [answer, setAnswer] = useState<{ question: string; value: RecordOf<K> }>();
  useEffect(() => {
    let isCurrent = true;
    void surface.read(type, JSON.parse(question) as RecordInput<K>).then((value) => {
      if (isCurrent && value !== undefined) setAnswer({ question, value });
    });
    return () => {
      isCurrent = false;
    };
  }, [surface, revision, type, question]);
  return answer?.question === question ? answer.value : undefined;
}
