import { seededBytes } from '../sandbox/world/seeded.ts';

/** Chance that repeats for a seed. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** Makes dice of a seed; each label has its own sequence, so that one user's rolls do not move another's. */
export function createDice(seed: number, label: string): Dice {
  let counter = 0;
  const roll = () => seededBytes(seed, `soak-${label}`, counter++).readUInt32BE(0) / 2 ** 32;
  return { roll, pick: (choices) => choices[Math.floor(roll() * choices.length)] ?? choices[0] };
}
