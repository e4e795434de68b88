import { z } from 'zod';

/** Why autonomy ends (RELIABILITY §4). */
export const WallKind = z.enum([
  'captcha', 'antibot', 'otp_sms', 'otp_email', 'otp_app', '3ds', 'login', 'age_gate', 'consent_required',
  'unsupported_widget', 'blocked', 'amount_ambiguous', 'merchant_mismatch', 'new_merchant', 'ui_interference', 'post_submit_review',
  'manual_check',
]); // prettier-ignore
export type WallKind = z.infer<typeof WallKind>;

/** A wall as judged: what it is and by which evidence. */
export const Wall = z.strictObject({
  kind: WallKind,
  detail: z.string().max(200),
  evidence: z.array(z.string().max(120)).max(8),
});
export type Wall = z.infer<typeof Wall>;

/** How often the same run may be handed over before it stops (RELIABILITY §4). */
export const MAX_RAISES = 3;
