import { isRendered, rectOf } from '../dom/visibility.ts';
import { queryAll, type Scene, type Signal } from './signal.ts';

const CHALLENGE_SOURCE =
  /js\.stripe\.com\/v3\/three-ds-2-challenge|\/(acs|3ds2?|threeds|3dsecure|mdpayacs|pareq|creq)\b.*(challenge|auth|creq|pareq)|hooks\.stripe\.com\/(redirect\/authenticate|3d_secure)/i;
const CHALLENGE_NAME =
  /^(threeDSIframe|Cardinal-CCA-IFrame|cko-3ds2-iframe|stripe-challenge-frame|challengeFrame|challengeIframe|checkoutChallengeIFrame|threeDSChallengeIframe|3ds-?challenge|acs-?frame)$/i;
const FINGERPRINT = /three-ds-2-fingerprint|threeDSMethod|Cardinal-collector/i;

const SCHEME_WORDS =
  /verified by visa|visa secure|mastercard (identity check|securecode|id check)|american express safekey|\bsafekey\b|3-?d ?secure|protectbuy|j\/secure|バンク.*本人認証|本人認証サービス|strong customer authentication|starke kundenauthentifizierung|authentification forte/;
const BANK_ASKS =
  /(open|approve|confirm).{0,40}(banking|bank's|mobile|your) app|waiting for (your )?(bank|confirmation)|pushtan|in (ihrer|der) (banking-)?app|(votre|l')application (bancaire|mobile)|app de tu banco|подтвердите.*приложени|アプリで承認|authenticate (your|this) (payment|purchase)|confirm (your|this) (payment|purchase) with your bank|enter the (code|password).{0,60}(bank|card)|bestatigen sie.*(zahlung|app)/;

/** Finds a bank's challenge: its frame in a page, or the bank's own document. The silent fingerprint is none. */
export function findThreeDs(scene: Scene): Signal[] {
  return [...readFrames(scene), ...readForms(scene), ...readDocument(scene)];
}

function readFrames({ tree }: Scene): Signal[] {
  const targets = challengeTargets(tree.roots);
  return tree.frames.flatMap((frame) => {
    const names = [frame.name, frame.id].filter(Boolean);
    const says = `${frame.src} ${names.join(' ')}`;
    if (FINGERPRINT.test(says))
      return [{ name: '3ds_method', isVisible: false, detail: 'silent device check' }];
    const isOne =
      CHALLENGE_SOURCE.test(frame.src) ||
      names.some((name) => CHALLENGE_NAME.test(name) || targets.has(name)) ||
      frame.closest(
        '#Cardinal-Modal, [class*="threeds2__challenge"], [class*="3ds-challenge" i], [id*="3ds-challenge" i]',
      ) !== null;
    if (!isOne) return [];
    const { width, height } = rectOf(frame);
    return [
      {
        name: '3ds_frame',
        isVisible: width >= 150 && height >= 150 && isRendered(frame),
        detail: names[0] ?? 'challenge frame',
      },
    ];
  });
}

/** Frames that a form with a challenge request posts into. */
function challengeTargets(roots: readonly (Document | ShadowRoot)[]): Set<string> {
  const forms = roots.flatMap((root) => [...root.querySelectorAll<HTMLFormElement>('form')]);
  return new Set(
    forms
      .filter((form) => form.querySelector('[name="creq" i], [name="PaReq" i]'))
      .map(({ target }) => target)
      .filter(Boolean),
  );
}

function readForms({ tree }: Scene): Signal[] {
  const request = queryAll(tree, 'form [name="PaReq" i], form [name="creq" i]').find(
    (field) => !field.closest('form')?.target,
  );
  return request ? [{ name: '3ds_redirect', isVisible: true, detail: 'sends the browser to the bank' }] : [];
}

/** The bank's document, or a shop's page that waits for the bank's app. */
function readDocument({ document, tree, words, kindOf }: Scene): Signal[] {
  if (words.length > 3_000) return [];
  const path = `${document.location?.hostname ?? ''}${document.location?.pathname ?? ''}`;
  const isBankPath = /(^|[./-])(acs|3ds2?|3dsecure|mdpayacs)([./-]|$)|\/(pareq|creq)\b/i.test(path);
  const hasScheme = SCHEME_WORDS.test(words);
  const asksBank = BANK_ASKS.test(words);
  const hasInput = tree.controls.some(
    (control) => /^(one-time-code|current-password)$/.test(kindOf(control) ?? '') && isRendered(control),
  );
  const hasCard = tree.controls.some((control) => kindOf(control) === 'cc-number');
  if (hasCard) return [];
  const isShown =
    (isBankPath && (hasScheme || asksBank || hasInput)) ||
    (hasScheme && (hasInput || asksBank)) ||
    (asksBank && /bank|3-?d/.test(words) && words.length < 1_200);
  return isShown ? [{ name: '3ds_page', isVisible: true, detail: 'the bank asks for confirmation' }] : [];
}
