import type { Profile } from '../../domain/checkout/profile.ts';
import type { TabSight } from '../../ports/page-driver.ts';
import { profileValuesIn } from './profile-values.ts';
import { deliveryFieldsOf } from './see-page.ts';

/** What delivery fields say, so that a changed address voids an approval. Values stay in the digest only. */
export function deliveryValues(sight: TabSight, profile: Profile | undefined): string[] {
  if (!profile) return [];
  const findings = deliveryFieldsOf(sight).map(({ finding }) => finding);
  const valueOf = profileValuesIn(
    findings.map(({ token }) => token),
    profile,
  );
  return findings.map(({ token, isFilled }) => `${token}=${isFilled ? (valueOf(token!)?.value ?? '') : ''}`);
}
