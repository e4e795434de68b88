import type { PressReport } from '../../messaging/contracts/page.ts';
import { isCovered } from '../dom/coverage.ts';
import { isRendered } from '../dom/visibility.ts';
import type { ElementRefs } from '../element-refs.ts';
import { fingerprintOf, isEnabled } from '../form/control-finding.ts';

/** Presses a control once, if it still is what was read. */
export function pressControl(
  { ref, fingerprint }: { ref: string; fingerprint: string },
  refs: ElementRefs,
): PressReport {
  const element = refs.find(ref) as HTMLElement | undefined;
  if (!element?.isConnected) return { outcome: 'control_gone' };
  if (fingerprintOf(element) !== fingerprint) return { outcome: 'control_changed' };
  if (!isEnabled(element)) return { outcome: 'disabled' };
  element.scrollIntoView?.({ block: 'center', behavior: 'instant' });
  if (!isRendered(element) || isCovered(element)) return { outcome: 'control_changed' };
  element.click();
  return { outcome: 'pressed' };
}
