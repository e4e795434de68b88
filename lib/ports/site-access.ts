/** Which sites the operator lets the extension see. Only a gesture in a window of ours can widen it. */
export interface SiteAccess {
  /** Tells whether every site may be seen. */
  coversEvery(): Promise<boolean>;
  /** Tells whether a match pattern, such as `https://*.shop.example/*`, may be seen. */
  coversPattern(pattern: string): Promise<boolean>;
  /** Tells whether the document at an address may be seen; `false` for what no site permission reaches. */
  covers(url: string): Promise<boolean>;
}
