import type { z } from 'zod';

/** Who may send a message. `surface`: popup, side panel or the extension's own window; `tab`: the same page in a tab. */
export type PeerKind = 'background' | 'page' | 'surface' | 'tab';

export interface ContractEntry {
  readonly from: readonly PeerKind[];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

export type Contract = Readonly<Record<string, ContractEntry>>;

/** Declares the messages of one channel: who may send each, its input and its output. */
export function defineContract<const C extends Contract>(contract: C): C {
  return contract;
}

/** Handlers get parsed input and give parsed output. */
export type InputOf<C extends Contract, K extends keyof C> = z.output<C[K]['input']>;
export type OutputOf<C extends Contract, K extends keyof C> = z.output<C[K]['output']>;

/** The wire forms of the same. */
export type WireInputOf<C extends Contract, K extends keyof C> = z.input<C[K]['input']>;
