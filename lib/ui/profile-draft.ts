import { Profile } from '../messaging/contracts/profile.ts';

/** Contact and delivery as they are typed; the background's contract judges them. */
export type ProfileDraft = Profile;

/** Names the first detail that the contract does not take. */
export function wrongDetailOf(draft: ProfileDraft): keyof ProfileDraft | undefined {
  return Profile.safeParse(draft).error?.issues[0]?.path[0] as keyof ProfileDraft | undefined;
}
