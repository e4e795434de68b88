import type { MessageError } from '@/lib/messaging/serve.ts';

/** Names a refusal of a use case. The surfaces put it into words, in the operator's language. */
export function describeRefusal({ kind }: { kind: string }): MessageError {
  return { code: kind, message: kind };
}
