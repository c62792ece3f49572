/** One axis of shares for every panel of a figure. */
export interface ShareScale {
  readonly kind: 'even' | 'ratio';
  /** Shares that are written beside the axis. */
  readonly ticks: readonly number[];
  /** Height above the foot of the panel, 0 to 1. */
  readonly heightOf: (share: number) => number;
}

/** On an even axis a share under a tenth of the largest would lie on the foot. */
const LARGEST_RATIO = 10;
const EVEN_STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
/** Steps of a ratio axis within a power of ten, the finest first. */
const RATIO_STEPS = [[1, 2, 5], [1, 3], [1]];
const MOST_TICKS = 6;
const LEAST_POWER = -5;

/**
 * The axis of shares (0 to 1): even from 0 on where the largest is less than ten times the smallest, else equal
 * steps for equal ratios. Shares that are not numbers or not above 0 do not count.
 */
export function shareScale(shares: readonly number[]): ShareScale {
  const known = shares.filter((share) => share > 0);
  const largest = Math.max(0.01, ...known);
  const smallest = Math.min(largest, ...known);
  if (largest / smallest < LARGEST_RATIO) {
    const step = EVEN_STEPS.find((size) => largest / size <= 5) ?? 0.25;
    const top = Math.ceil(largest / step - 1e-9) * step;
    const count = Math.round(top / step);
    return {
      kind: 'even',
      ticks: Array.from({ length: count + 1 }, (_, i) => i * step),
      heightOf: (share) => share / top,
    };
  }
  const candidates = RATIO_STEPS.map((steps) => ratioTicks(steps, smallest, largest));
  const ticks = candidates.find(({ length }) => length <= MOST_TICKS) ?? candidates[candidates.length - 1]!;
  const [from, to] = [ticks[0]!, ticks[ticks.length - 1]!];
  return {
    kind: 'ratio',
    ticks,
    heightOf: (share) => Math.log(Math.max(share, from) / from) / Math.log(to / from),
  };
}

/** From the last tick under the smallest share to the first over the largest, at most the whole. */
function ratioTicks(steps: readonly number[], smallest: number, largest: number): number[] {
  const all: number[] = [];
  for (let power = LEAST_POWER; power < 0; power++)
    for (const step of steps) all.push(Number(`${step}e${power}`));
  all.push(1);
  const from = all.findLast((tick) => tick <= smallest) ?? all[0]!;
  const to = all.find((tick) => tick >= largest) ?? 1;
  return all.filter((tick) => tick >= from && tick <= to);
}
