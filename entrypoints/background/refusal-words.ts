import type { MessageError } from '@/lib/messaging/serve.ts';

const WORDS: Readonly<Record<string, string>> = {
  vault_exists: 'There is a wallet already.',
  vault_missing: 'There is no wallet yet.',
  vault_locked: 'The wallet is locked. Unlock it first.',
  vault_damaged: 'The vault cannot be read. Restore it from a backup.',
  weak_password: 'The password is too short. Use at least 8 characters.',
  wrong_password: 'The password is not right.',
  issuer_unreachable: 'The issuer cannot be reached. Check the address and try again.',
  issuer_rejected: 'The issuer refused. Check address and key.',
  issuer_answer_invalid: 'The issuer answered in a way that is not understood. Nothing was changed.',
  issuer_locked: 'No issuer key is in the vault.',
  invalid_deposit: 'A deposit must be more than nothing.',
  request_expired: 'The request is older than two minutes. The agent must ask again.',
  terms_differ: 'The terms are not those on the screen. Look again.',
  intent_changed: 'The page changed after it was shown. Look again.',
  choice_closed: 'The choice is no longer open. The agent must offer it again.',
  preview_expired: 'The preview is too old. The agent must begin again.',
};

/** Puts a refusal of a use case into a sentence for the operator. */
export function describeRefusal(refusal: { kind: string }): MessageError {
  return { code: refusal.kind, message: WORDS[refusal.kind] ?? 'That is no longer possible. Look again.' };
}
