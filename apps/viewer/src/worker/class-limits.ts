/**
 * Lower limits of classes of about equal numbers of cells, ascending whole numbers from 1; a cell without an incident has
 * no class. Where counts tie there are fewer classes.
 *
 * @param counts whole numbers >= 0
 */
export function equalCountLimits(counts: ArrayLike<number>, classes: number): number[] {
  const sorted = Float64Array.from(counts)
    .filter((count) => count > 0)
    .sort();
  const limits = new Set<number>();
  for (let part = 0; part < classes && sorted.length > 0; part++) {
    limits.add(sorted[Math.floor((part * sorted.length) / classes)]);
  }
  return [...limits];
}

/** How many limits a value has reached, 0 under the first. */
export function reached(value: number, limits: readonly number[]): number {
  let beyond = 0;
  while (beyond < limits.length && value >= limits[beyond]) beyond++;
  return beyond;
}
