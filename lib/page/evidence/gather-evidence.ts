import type { PageEvidence } from '../../messaging/contracts/page-reading.ts';
import type { PageTree } from '../dom/walk.ts';
import { normaliseText, textOf } from '../dom/text.ts';
import { findCaptchas } from './find-captchas.ts';
import { findSignIn } from './find-sign-in.ts';
import { findThreeDs } from './find-three-ds.ts';
import { findAlerts, findHeadlines, findOrderReferences } from './find-wording.ts';
import type { Scene } from './signal.ts';

const MOST_TEXT = 20_000;

export interface EvidenceParameters {
  readonly document: Document;
  readonly tree: PageTree;
  readonly kindOf: (control: Element) => string | null;
  readonly hasSubmit: boolean;
  readonly orderNumbers: readonly string[];
}

/** Gathers what bears on walls and outcomes. Judges nothing. */
export function gatherEvidence({
  document,
  tree,
  kindOf,
  hasSubmit,
  orderNumbers,
}: EvidenceParameters): PageEvidence {
  const words = normaliseText(
    tree.roots
      .map((root) => textOf(root.nodeType === 9 ? ((root as Document).body ?? root) : root, MOST_TEXT))
      .join(' '),
  );
  const scene: Scene = { document, tree, words, kindOf, hasSubmit };
  return {
    headlines: findHeadlines(tree),
    alerts: findAlerts(tree),
    orderReferences: findOrderReferences(tree, orderNumbers),
    signals: [...findThreeDs(scene), ...findCaptchas(scene), ...findSignIn(scene)].slice(0, 60),
  };
}
