/** Lists durations from fastest to slowest, in ms. */
export function spread(durations: readonly number[], { digits = 0 } = {}) {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(digits));
  return { min: at(0), median: at(0.5), p95: at(0.95), max: at(1) };
}
