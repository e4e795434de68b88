import type { FieldMessage, FieldName, TokenizeMessage } from './messages.ts';
import { runThreeDs } from './run-three-ds.ts';

/** The provider's script as shops use it: `window.HostedFields`. */
export interface HostedFieldsApi {
  mount(options: MountOptions): MountedFields;
}

interface MountOptions {
  publicKey: string;
  containers: Record<FieldName, HTMLElement>;
  onChange(field: FieldName, complete: boolean): void;
  onFocus(field: FieldName, focused: boolean): void;
}

export interface MountedFields {
  ready: Promise<void>;
  createToken(): Promise<{ ok: true; token: string } | { ok: false; reason: string }>;
  /** Runs the bank's check; resolves when the shop may ask what became of the charge. */
  authenticate(
    action: { methodUrl: string; threeDSMethodData: string; transactionId: string },
    container: HTMLElement,
  ): Promise<void>;
  unmount(): void;
}

declare global {
  interface Window {
    HostedFields: HostedFieldsApi;
  }
}

const TITLES: Record<FieldName, string> = {
  number: 'Secure card number input frame',
  expiry: 'Secure expiration date input frame',
  cvc: 'Secure security code input frame',
};
const pspOrigin = new URL((document.currentScript as HTMLScriptElement).src).origin;

function makeFrame(field: FieldName, session: string, publicKey: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = TITLES[field];
  frame.name = `psp-field-${field}`;
  frame.allow = 'payment *';
  frame.src = `${pspOrigin}/fields/${field}?${new URLSearchParams({ session, key: publicKey })}`;
  frame.style.cssText = 'border:0;width:100%;height:40px;display:block';
  return frame;
}

function mount(options: MountOptions): MountedFields {
  const session = crypto.randomUUID();
  const names = ['number', 'expiry', 'cvc'] as const;
  const frames = names.map((field) => makeFrame(field, session, options.publicKey));
  const stop = new AbortController();
  const waiting = new Map<string, (message: FieldMessage) => void>();
  const readyFields = new Set<FieldName>();
  let becomeReady = () => undefined as void;
  const ready = new Promise<void>((resolve) => (becomeReady = resolve));

  addEventListener(
    'message',
    (event: MessageEvent<FieldMessage>) => {
      if (event.origin !== pspOrigin || !frames.some((frame) => frame.contentWindow === event.source)) return;
      const message = event.data;
      if (message.session !== session) return;
      if (message.type === 'psp:ready') readyFields.add(message.field);
      if (readyFields.size === names.length) becomeReady();
      if (message.type === 'psp:change') options.onChange(message.field, message.complete);
      if (message.type === 'psp:focus') options.onFocus(message.field, message.focused);
      if ('requestId' in message) waiting.get(message.requestId)?.(message);
    },
    { signal: stop.signal },
  );
  names.forEach((field, index) => {
    const frame = frames[index];
    if (frame) options.containers[field].append(frame);
  });

  return {
    ready,
    createToken: () =>
      new Promise((resolve) => {
        const requestId = crypto.randomUUID();
        waiting.set(requestId, (message) => {
          waiting.delete(requestId);
          if (message.type === 'psp:token') resolve({ ok: true, token: message.token });
          if (message.type === 'psp:token-refused') resolve({ ok: false, reason: message.reason });
        });
        const ask: TokenizeMessage = { type: 'psp:tokenize', session, requestId };
        frames[0]?.contentWindow?.postMessage(ask, pspOrigin);
      }),
    authenticate: (action, container) => runThreeDs({ pspOrigin, action, container }),
    unmount: () => {
      stop.abort();
      for (const frame of frames) frame.remove();
    },
  };
}

window.HostedFields = { mount };
