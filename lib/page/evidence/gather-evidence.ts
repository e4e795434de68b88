import type { PageEvidence } from '../../messaging/contracts/page-reading.ts';
import type { PageTree } from '../dom/walk.ts';
import { normaliseText } from '../dom/text.ts';
import { visibleTextOf } from '../dom/visible-text.ts';
import { findAskedDecisions } from './find-asked-decisions.ts';
import { findChecks } from './find-checks.ts';
import { findInvalidFields } from './find-invalid-fields.ts';
import { findOrderReferences } from './find-order-references.ts';
import { findSignIn } from './find-sign-in.ts';
import { findThreeDs } from './find-three-ds.ts';
import { findUnsupported } from './find-unsupported.ts';
import { findAlerts, findHeadlines } from './find-wording.ts';
import type { Scene } from './signal.ts';

const MOST_TEXT = 20_000;
const MOST_WORDS = 6_000;

export interface EvidenceParameters {
  readonly document: Document;
  readonly tree: PageTree;
  readonly kindOf: (control: Element) => string | null;
  /** The control that pays, and the one that only leads on. */
  readonly submit: Element | null;
  readonly proceed: Element | null;
  readonly hasPaymentFrames: boolean;
  readonly orderNumbers: readonly string[];
}

/** Gathers what bears on walls and outcomes. Judges nothing. */
export function gatherEvidence({
  document,
  tree,
  kindOf,
  submit,
  proceed,
  hasPaymentFrames,
  orderNumbers,
}: EvidenceParameters): PageEvidence {
  const words = normaliseText(visibleTextOf(tree.roots, MOST_TEXT));
  const scene: Scene = {
    document,
    tree,
    words,
    kindOf,
    nextAction: submit ?? proceed,
    hasSubmit: submit !== null,
    hasPaymentFrames,
  };
  return {
    headlines: findHeadlines(tree),
    alerts: findAlerts(tree),
    orderReferences: findOrderReferences(tree, orderNumbers),
    checks: findChecks(scene),
    words: words.slice(0, MOST_WORDS),
    signals: [
      ...findThreeDs(scene),
      ...findSignIn(scene),
      ...findAskedDecisions(scene),
      ...findUnsupported(scene),
      ...findInvalidFields(scene),
    ].slice(0, 60),
  };
}
