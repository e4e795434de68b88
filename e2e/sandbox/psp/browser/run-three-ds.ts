import type { ThreeDsMessage } from './messages.ts';

interface Parameters {
  pspOrigin: string;
  action: { methodUrl: string; threeDSMethodData: string; transactionId: string };
  /** Where a challenge is shown. */
  container: HTMLElement;
}

/** Pixels of EMV's challenge window sizes 01–04; 05 is the full window. */
const WINDOW_SIZES: Record<string, { width: number; height: number }> = {
  '01': { width: 250, height: 400 },
  '02': { width: 390, height: 400 },
  '03': { width: 500, height: 600 },
  '04': { width: 600, height: 400 },
};

function postInto(frame: HTMLIFrameElement, url: string, fields: Record<string, string>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.target = frame.name;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}

function makeFrame(name: string, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.name = name;
  frame.title = title;
  return frame;
}

const LOOK_EVERY_MS = 300;

/** Says that the bank asks by itself, and waits until it knows. */
async function waitForBank(stateUrl: string, container: HTMLElement): Promise<void> {
  const notice = document.createElement('p');
  notice.textContent = "Open your bank's app and approve this payment there. This page goes on by itself.";
  container.append(notice);
  while ((await (await fetch(stateUrl)).text()) === 'open')
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  notice.remove();
}

/**
 * Runs EMV 3-D Secure in the page: the hidden method frame, then the challenge frame when the bank wants one, or a notice
 * where it asks in its app.
 */
export function runThreeDs({ pspOrigin, action, container }: Parameters): Promise<void> {
  const method = makeFrame('threeDSMethodFrame', '3-D Secure method');
  method.hidden = true;
  method.style.display = 'none';
  const challenge = makeFrame('threeDSChallengeFrame', 'Bank verification');
  challenge.style.border = '0';
  return new Promise((resolve) => {
    addEventListener('message', function listen(event: MessageEvent<ThreeDsMessage>) {
      const isOurs = event.source === method.contentWindow || event.source === challenge.contentWindow;
      if (event.origin !== pspOrigin || !isOurs || event.data.type !== 'psp:3ds-next') return;
      if (event.data.transactionId !== action.transactionId) return;
      const { next } = event.data;
      method.remove();
      if (next.step !== 'challenge') {
        removeEventListener('message', listen);
        challenge.remove();
        const isWaiting = next.step === 'wait';
        resolve(
          isWaiting ? waitForBank(`${pspOrigin}/3ds/state/${action.transactionId}`, container) : undefined,
        );
        return;
      }
      const size = WINDOW_SIZES[next.windowSize];
      challenge.width = size ? String(size.width) : '100%';
      challenge.height = size ? String(size.height) : '100%';
      container.append(challenge);
      postInto(challenge, next.acsUrl, { creq: next.creq, threeDSSessionData: '' });
    });
    document.body.append(method);
    postInto(method, action.methodUrl, { threeDSMethodData: action.threeDSMethodData });
  });
}
