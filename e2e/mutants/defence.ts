/** The test that sees a defence missing. */
export interface Guard {
  readonly runner: 'vitest' | 'playwright';
  readonly file: string;
  /** A part of the test's title; the whole file without it. */
  readonly title?: string;
  /** Several tests, each of which must fail. */
  readonly titles?: readonly string[];
}

/** A defence, how it is taken out, and the test that must then fail. */
export interface Defence {
  readonly name: string;
  readonly file: string;
  /** Each text must stand in the file exactly once. */
  readonly edits: readonly (readonly [remove: string, put: string])[];
  readonly guard: Guard;
}
