const ROUND_STEPS = [1, 2, 5, 10];

/**
 * Round values of an axis from at or under `low` to at or over `high`, in equal steps of 1, 2 or 5 times a power of
 * ten, as many as fit into `most`.
 *
 * @param high greater than `low`
 * @param most at least 2
 */
export function linearTicks(low: number, high: number, most: number): number[] {
  const raw = (high - low) / (most - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const covered = (step: number): number => Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9);
  const steps = [power, power * 10].flatMap((unit) => ROUND_STEPS.map((round) => round * unit));
  const step = steps.find((one) => covered(one) <= most - 1) ?? power * 100;
  const first = Math.floor(low / step + 1e-9);
  // Whole multiples of a whole number or of its inverse: 3 * 0.1 is not 0.3.
  const value = (k: number): number => (step >= 1 ? k * step : k / Math.round(1 / step));
  return Array.from({ length: covered(step) + 1 }, (_, i) => value(first + i));
}
