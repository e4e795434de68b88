import { foldToken, isHit, type Judged, type JudgedPage } from '../score/score-pages.ts';

/** Kinds that the detector tells apart and a page may label as `other`: none of them is ever filled. */
const NEVER_FILLED: ReadonlySet<string | null> = new Set([
  null, 'other', 'coupon', 'loyalty', 'search', 'quantity', 'bank-account', 'amount', 'captcha', 'url', 'bday-part',
  'tel-extension', 'username', 'current-password', 'new-password',
]); // prettier-ignore

function isRight(control: Judged): boolean {
  if (isHit(control)) return true;
  const { truth, found } = control;
  return NEVER_FILLED.has(truth) && truth !== 'coupon' && truth !== 'search' && NEVER_FILLED.has(found);
}

/** Lists what was read wrongly on a page, each with its place among the controls. */
export function failuresOf({ controls }: JudgedPage): string[] {
  return controls.flatMap((control, index) =>
    isRight(control) ? [] : [`${index}: ${control.truth} read as ${foldToken(control.found)}`],
  );
}
