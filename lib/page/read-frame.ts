import type { FrameReading } from '../messaging/contracts/page-reading.ts';
import { readAmounts } from './amounts/read-amounts.ts';
import { readStructuredFacts } from './amounts/structured-facts.ts';
import { findChildFrames } from './dom/child-frames.ts';
import {
  attributeOf,
  baseUriOf,
  documentElementOf,
  documentOf,
  readyStateOf,
  referrerOf,
  titleOf,
  viewOf,
} from './dom/own-members.ts';
import { capText } from './dom/text.ts';
import type { Steps } from './dom/slices.ts';
import { walkInSteps, type ShadowRootOf } from './dom/walk.ts';
import type { ElementRefs } from './element-refs.ts';
import { findCartProblems } from './flow/find-cart-problems.ts';
import { findShownDelivery } from './flow/find-shown-delivery.ts';
import { findStep } from './flow/find-step.ts';
import { gatherEvidence } from './evidence/gather-evidence.ts';
import { classifyInSteps } from './form/classify-controls.ts';
import { captionOf, describeControl, formOf } from './form/control-finding.ts';
import { findConsents, findRecurringWording } from './form/find-consents.ts';
import { findFields } from './form/find-fields.ts';
import { findCardMethod } from './form/find-card-method.ts';
import { findSubmit } from './form/find-submit.ts';

const CARD_FRAME =
  /card|payment|stripe|adyen|braintree|checkout|hosted|secured?-?fields|microform|elements|psp/i;

const isCardFrame = (frame?: FrameReading['frames'][number]): boolean =>
  frame?.isVisible === true && CARD_FRAME.test(`${frame.origin}${frame.path} ${frame.title}`);

export interface ReadFrameOptions {
  readonly shadowRootOf?: ShadowRootOf | undefined;
  /** Taken for the page's currency where it says none; the total then says so. */
  readonly assumedCurrency?: string | undefined;
}

/** Reads all that one document shows, and may pause on the way. Writes nothing. */
export function* readFrame(
  document: Document,
  refs: ElementRefs,
  { shadowRootOf, assumedCurrency }: ReadFrameOptions,
): Steps<Omit<FrameReading, 'pressed'>> {
  const tree = yield* walkInSteps(document, shadowRootOf);
  const classified = yield* classifyInSteps(tree);
  const kinds = new Map<Element, string | null>(classified.map(({ control, kind }) => [control, kind]));
  const fields = yield* findFields(classified, tree, refs);
  const frames = findChildFrames(tree);
  const cardRefs = new Set(
    fields
      .filter(({ section, decoy, token }) => section === 'card' && decoy === null && token)
      .map(({ ref }) => ref),
  );
  const step = findStep(tree);
  const { submit, proceed } = findSubmit({
    buttons: tree.buttons,
    cardFields: classified
      .map(({ control }) => control)
      .filter((control) => cardRefs.has(refs.refOf(control))),
    cardFrames: tree.frames.filter((_, index) => isCardFrame(frames[index])),
    controls: tree.controls,
    hasLaterStep: step?.isLast === false,
  });
  const hasNumber = fields.some(({ token, decoy }) => token === 'cc-number' && decoy === null);
  const cardMethod = hasNumber ? null : findCardMethod(tree);
  yield;
  const facts = readStructuredFacts(document);
  const payLabel = submit ? captionOf(submit) : undefined;
  const shown = yield* readAmounts(document, tree, { facts, payLabel, assumedCurrency });
  return {
    url: document.location.href.slice(0, 2_000),
    referrer: originOf(referrerOf(document)),
    title: capText(titleOf(document)),
    lang: documentElementOf(document).lang.slice(0, 20),
    viewport: viewportOf(document),
    isLoading: readyStateOf(document) !== 'complete',
    fields,
    ...shown,
    submit: submit && describeControl(submit, refs),
    proceed: proceed && describeControl(proceed, refs),
    cardMethod: cardMethod && describeControl(cardMethod, refs),
    formAction: submit && describeAction(submit),
    consents: findConsents(tree, refs),
    recurringWording: findRecurringWording(tree.roots),
    step: step && { current: step.current, of: step.of, label: step.label },
    shownDelivery: findShownDelivery(tree),
    cartProblems: findCartProblems(tree),
    frames,
    evidence: gatherEvidence({
      document,
      tree,
      kindOf: (control) => kinds.get(control) ?? null,
      submit,
      proceed,
      hasPaymentFrames: frames.some(isCardFrame),
      orderNumbers: facts.orderNumbers,
    }),
  };
}

/** Only who led here is told, not from where in it. */
function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin.slice(0, 300) : '';
}

function viewportOf(document: Document): FrameReading['viewport'] {
  const view = viewOf(document);
  return { width: view?.innerWidth ?? 0, height: view?.innerHeight ?? 0, scale: view?.devicePixelRatio ?? 1 };
}

/** Says where pressing leads: a form without an address of its own is left to the page's script. */
function describeAction(submit: Element): FrameReading['formAction'] {
  const form = formOf(submit);
  const action = attributeOf(submit, 'formaction') ?? (form && attributeOf(form, 'action'));
  const { location } = documentOf(submit);
  const script = { origin: location.origin, method: 'script' as const };
  if (!form || !action) return script;
  try {
    const url = new URL(action, baseUriOf(submit));
    if (!/^https?:$/.test(url.protocol)) return { origin: url.protocol, method: 'script' };
    const method = (attributeOf(submit, 'formmethod') ?? attributeOf(form, 'method') ?? 'get').toLowerCase();
    return { origin: url.origin.slice(0, 300), method: method === 'post' ? 'post' : 'get' };
  } catch {
    return script;
  }
}
