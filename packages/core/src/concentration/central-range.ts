/**
 * Mean of draws and the range left when 2.5 % are dropped at each end: of 200 values the 6th and the 195th. NaN where
 * a draw is not known.
 *
 * @param values at least one; they are sorted in place
 */
export function centralRange(values: Float64Array): { mean: number; low: number; high: number } {
  values.sort();
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const isKnown = !Number.isNaN(mean);
  // In whole numbers: a product with .025 can miss a rank by rounding.
  return {
    mean,
    low: isKnown ? values[Math.floor(n / 40)] : Number.NaN,
    high: isKnown ? values[Math.ceil((39 * n) / 40) - 1] : Number.NaN,
  };
}
