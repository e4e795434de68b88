/** Lists durations from fastest to slowest, in ms. */
export function spread(durations: readonly number[]) {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1) };
}
