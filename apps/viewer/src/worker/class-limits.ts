/** Limits of 1, 2 and 5 times powers of ten. */
const ROUND = [1, 2, 5, 10];
/** Parts of the changed cells under the limits of the classes, so that few are strongest. */
const PARTS = [0.5, 0.85, 0.97];

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

/**
 * Limits of three classes on either side of zero, ascending, by how much the changed cells have changed.
 *
 * @param values NaN where nothing is known
 */
export function changeLimits(values: ArrayLike<number>): number[] {
  const sizes = Float64Array.from(values, Math.abs)
    .filter((size) => size > 0)
    .sort();
  if (sizes.length === 0) return [1, 2, 5];
  const limits: number[] = [];
  for (const part of PARTS) {
    const size = sizes[Math.min(sizes.length - 1, Math.floor(part * sizes.length))];
    const last = limits.at(-1);
    limits.push(last === undefined ? roundUp(size) : Math.max(roundUp(size), roundUp(last * 1.5)));
  }
  return limits;
}

function roundUp(value: number): number {
  const power = Math.floor(Math.log10(value));
  // 5e-1 reads as .5; 5 * 10 ** -1 may not.
  const round = ROUND.map((step) => Number(`${step}e${power}`));
  return round.find((candidate) => candidate >= value * (1 - 1e-9)) ?? Number(`1e${power + 1}`);
}

/** How many limits a value has reached, 0 under the first. */
export function reached(value: number, limits: readonly number[]): number {
  let beyond = 0;
  while (beyond < limits.length && value >= limits[beyond]) beyond++;
  return beyond;
}

/** The class of a change: 0 under the first limit, then 1, 2, 3, negative for values under zero. */
export function changeClass(value: number, limits: readonly number[]): number {
  const beyond = reached(Math.abs(value), limits);
  return beyond === 0 ? 0 : Math.sign(value) * beyond;
}
