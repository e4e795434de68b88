const TILE = 6;
const OFFSET = 4;
const SIDE = 4;

/** FNV-1a, 32 bit: one seal looks the same everywhere, and another seal looks different. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
}

function tile(index: number, isTurned: boolean): string {
  const x = OFFSET + (index % SIDE) * TILE;
  const y = OFFSET + Math.floor(index / SIDE) * TILE;
  return isTurned
    ? `M${x + 3} ${y}a3 3 0 0 0 3 3M${x} ${y + 3}a3 3 0 0 1 3 3`
    : `M${x + 3} ${y}a3 3 0 0 1 -3 3M${x + 6} ${y + 3}a3 3 0 0 0 -3 3`;
}

/** The pattern that belongs to the operator's two words. It is drawn on our own surfaces only. */
export function Seal({ words, isLarge = false }: { words: string; isLarge?: boolean }) {
  const hash = hashOf(words);
  const path = Array.from({ length: SIDE * SIDE }, (_, i) => tile(i, ((hash >>> i) & 1) === 1)).join('');
  return (
    <svg className={isLarge ? 'seal lg' : 'seal'} viewBox="0 0 32 32" aria-hidden="true">
      <rect x="1" y="1" width="30" height="30" rx="5" />
      <path d={path} />
    </svg>
  );
}
