import type { ProfileInput } from '../messaging/contracts/operator.ts';

/** Contact and delivery as they are typed; the background's contract judges them. */
export type ProfileDraft = ProfileInput;
