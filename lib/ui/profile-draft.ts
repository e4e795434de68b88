import type { Profile } from '../messaging/contracts/profile.ts';

/** Contact and delivery as they are typed; the background's contract judges them. */
export type ProfileDraft = Profile;
