import { z } from 'zod';
import type { Profile } from '../domain/checkout/profile.ts';

/** Which issuer the wallet draws on; its key is in the vault. */
export const IssuerSettings = z.strictObject({
  kind: z.enum(['sandbox', 'lithic', 'stripe']),
  baseUrl: z.string().url().max(300),
});
export type IssuerSettings = z.infer<typeof IssuerSettings>;

/** Key of an agent's connection (THREATS H2); proves who asks, authorises nothing by itself. */
export const AgentKey = z.strictObject({
  agentId: z.string(),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** When it was made, epoch ms; keys of before it was recorded have none. */
  since: z.number().optional(),
});
export type AgentKey = z.infer<typeof AgentKey>;

/** Small documents beside the ledger. What does not parse is set aside and reported, never patched. */
export interface Documents {
  profile(): Promise<Profile | undefined>;
  /** `at`: when it was entered, epoch ms. */
  saveProfile(profile: Profile, at: number): Promise<void>;
  /** When they were entered, epoch ms; `undefined` while there are none. */
  profileSavedAt(): Promise<number | undefined>;
  eraseProfile(): Promise<void>;
  issuer(): Promise<IssuerSettings | undefined>;
  saveIssuer(settings: IssuerSettings): Promise<void>;
  /** Whether the operator chose to give shops one by one, at signing. */
  isSiteBySite(): Promise<boolean>;
  chooseSiteBySite(): Promise<void>;
  agentKey(agentId: string): Promise<AgentKey | undefined>;
  saveAgentKey(key: AgentKey): Promise<void>;
  forgetAgentKey(agentId: string): Promise<void>;
  /** An id of this browser profile, made once. */
  browserProfileId(): Promise<string>;
  picture(id: string): Promise<string | undefined>;
  savePicture(id: string, dataUrl: string): Promise<void>;
  /** The ids under which pictures are kept. */
  pictureIds(): Promise<string[]>;
  erasePicture(id: string): Promise<void>;
}
