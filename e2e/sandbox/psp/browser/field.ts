import { applyMask, digitsOf, isComplete } from './masks.ts';
import type { FieldMessage, FieldName, FrameMessage, TokenizeMessage } from './messages.ts';

declare global {
  interface Window {
    fieldSettings: { field: FieldName; session: string; merchantOrigin: string; publicKey: string };
  }
}

const { field, session, merchantOrigin, publicKey } = window.fieldSettings;
const SIBLING_TIMEOUT_MS = 5_000;

// Same origin, same top-level site: the browser keeps this channel from the shop's page.
const channel = new BroadcastChannel(`psp-fields-${session}`);

function tellPage(message: FieldMessage): void {
  parent.postMessage(message, merchantOrigin);
}

function tellFrames(message: FrameMessage): void {
  channel.postMessage(message);
}

function watchInput(input: HTMLInputElement): void {
  input.addEventListener('input', () => {
    const masked = applyMask(field, input.value, input.selectionStart ?? input.value.length);
    if (masked.text !== input.value) {
      input.value = masked.text;
      input.setSelectionRange(masked.caret, masked.caret);
    }
    tellPage({ type: 'psp:change', session, field, complete: isComplete(field, input.value) });
  });
  input.addEventListener('focus', () => tellPage({ type: 'psp:focus', session, field, focused: true }));
  input.addEventListener('blur', () => {
    input.setAttribute('aria-invalid', String(!isComplete(field, input.value)));
    tellPage({ type: 'psp:focus', session, field, focused: false });
  });
  input.form?.addEventListener('submit', (event) => event.preventDefault());
}

function answerSiblings(input: HTMLInputElement): void {
  channel.addEventListener('message', (event: MessageEvent<FrameMessage>) => {
    if (event.data.type !== 'ask') return;
    tellFrames({
      type: 'value',
      requestId: event.data.requestId,
      field,
      value: digitsOf(field, input.value),
    });
  });
}

/** Asks the two sibling frames for their values. */
function collectSiblings(requestId: string): Promise<{ expiry: string; cvc: string }> {
  return new Promise((resolve, reject) => {
    const values: Partial<Record<FieldName, string>> = {};
    const timer = setTimeout(() => reject(new Error('fields_missing')), SIBLING_TIMEOUT_MS);
    channel.addEventListener('message', function collect(event: MessageEvent<FrameMessage>) {
      if (event.data.type !== 'value' || event.data.requestId !== requestId) return;
      values[event.data.field] = event.data.value;
      const { expiry, cvc } = values;
      if (expiry === undefined || cvc === undefined) return;
      clearTimeout(timer);
      channel.removeEventListener('message', collect);
      resolve({ expiry, cvc });
    });
    tellFrames({ type: 'ask', requestId });
  });
}

async function tokenize(input: HTMLInputElement, requestId: string): Promise<FieldMessage> {
  const { expiry, cvc } = await collectSiblings(requestId);
  const reply = await fetch('/v1/tokens', {
    method: 'POST',
    cache: 'no-store',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      publicKey,
      number: digitsOf('number', input.value),
      expMonth: expiry.slice(0, 2),
      expYear: `20${expiry.slice(2)}`,
      cvc,
    }),
  });
  const answer = (await reply.json()) as { token?: string; lastFour?: string; error?: string };
  if (answer.token === undefined || answer.lastFour === undefined)
    return { type: 'psp:token-refused', session, requestId, reason: answer.error ?? 'unavailable' };
  return { type: 'psp:token', session, requestId, token: answer.token, lastFour: answer.lastFour };
}

function answerPage(input: HTMLInputElement): void {
  addEventListener('message', (event: MessageEvent<TokenizeMessage>) => {
    const { source, origin, data } = event;
    if (source !== parent || origin !== merchantOrigin || data.type !== 'psp:tokenize') return;
    if (data.session !== session) return;
    tokenize(input, data.requestId)
      .catch((error: unknown): FieldMessage => {
        const reason = error instanceof Error ? error.message : 'unavailable';
        return { type: 'psp:token-refused', session, requestId: data.requestId, reason };
      })
      .then(tellPage, () => undefined);
  });
}

const input = document.querySelector('input');
if (input) {
  watchInput(input);
  if (field === 'number') answerPage(input);
  else answerSiblings(input);
  tellPage({ type: 'psp:ready', session, field });
}
