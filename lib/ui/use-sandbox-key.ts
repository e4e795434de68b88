import { useEffect, useState } from 'react';
import { z } from 'zod';

const SandboxKey = z.object({ api_key: z.string().min(1) });

/** Asks a sandbox for its key of play money. Whatever else answers there, or nothing, gives `undefined`. */
async function askForKey(address: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch(new URL('/sandbox-key', address), { signal, credentials: 'omit' });
  return SandboxKey.safeParse(await answer.json()).data?.api_key;
}

/** The key of the sandbox that runs at an address, once it answered; `undefined` until then, and for no address. */
export function useSandboxKey(address: string | undefined): string | undefined {
  const [found, setFound] = useState<{ address: string; key: string | undefined }>();
  useEffect(() => {
    if (address === undefined) return undefined;
    const controller = new AbortController();
    askForKey(address, controller.signal).then(
      (key) => setFound({ address, key }),
      () => undefined,
    );
    return () => controller.abort();
  }, [address]);
  return found?.address === address ? found?.key : undefined;
}
