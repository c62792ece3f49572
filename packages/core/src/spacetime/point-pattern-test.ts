import { IncidentSampler } from '../concentration/incident-sampler.ts';
import { drawGenerator } from '../significance/draw-generator.ts';

/** Andresen's spatial point pattern test: the share of units whose part of the incidents is alike in two sets. */
export interface PointPatternTest {
  /** Over all units. */
  s: number;
  /** Over units with an incident in either set. */
  robustS: number;
  /** Their similar units divided by the most that could have an incident: min(base, test, units with any). */
  generalisedRobustS: number;
  units: number;
  unitsWithAny: number;
  baseIncidents: number;
  testIncidents: number;
  /** Share of the test incidents in each draw, each at most once. */
  drawShare: 0.85;
  draws: number;
  seed: number;
}

/**
 * The S-index (Andresen 2009; Wheeler, Steenbeek & Andresen 2018; methods B11). 85 % of the test incidents are drawn
 * without replacement, 200 times; a unit is similar where its percentage of the base incidents lies within its
 * percentages of the draws, 2.5 % of them dropped at each end (5 and 5 of 200), both ends included. Percentages are
 * compared in whole numbers.
 *
 * **Zeros inflate S**: a unit without any incident is always similar (robbery in Vancouver .875 over all segments, .427
 * over those with any), so `robustS` is the one to read. And S is not symmetric, nor a test with a level: draws of 85 %
 * spread about .4 times as wide as a new year would, so many unchanged busy places are found different, while a unit
 * with one or two incidents hardly can be. `generalisedRobustS` may exceed 1 where incidents are fewer than the units
 * with any.
 *
 * Cost: draws × (units + sqrt(units × test incidents)).
 *
 * @param base incidents of each unit, whole numbers >= 0
 * @param test of the same units
 * @param options.draws default 200, at least 1
 * @returns NaN where a set has no incident
 * @throws RangeError where the lengths differ
 */
export function pointPatternTest(
  base: ArrayLike<number>,
  test: ArrayLike<number>,
  options: { seed: number; draws?: number | undefined },
): PointPatternTest {
  const { seed, draws = 200 } = options;
  const units = base.length;
  if (test.length !== units) throw new RangeError(`${units} and ${test.length} places`);
  const sampler = new IncidentSampler(test);
  let baseIncidents = 0;
  let unitsWithAny = 0;
  for (let i = 0; i < units; i++) {
    baseIncidents += base[i];
    if (base[i] + test[i] > 0) unitsWithAny++;
  }
  const record = {
    units,
    unitsWithAny,
    baseIncidents,
    testIncidents: sampler.incidents,
    drawShare: DRAW_SHARE,
    draws,
    seed,
  } as const;
  const size = Math.round(DRAW_SHARE * sampler.incidents);
  if (baseIncidents === 0 || size === 0) {
    return { s: Number.NaN, robustS: Number.NaN, generalisedRobustS: Number.NaN, ...record };
  }
  const { low, high } = rangesOfDraws(sampler, { units, size, draws, seed });
  let similar = 0;
  for (let i = 0; i < units; i++) {
    const part = base[i] * size;
    if (base[i] + test[i] > 0 && part >= low[i] * baseIncidents && part <= high[i] * baseIncidents) similar++;
  }
  return {
    s: (similar + units - unitsWithAny) / units,
    robustS: similar / unitsWithAny,
    generalisedRobustS: similar / Math.min(baseIncidents, sampler.incidents, unitsWithAny),
    ...record,
  };
}

const DRAW_SHARE = 0.85;

/** Counts of each unit in the draws, the ends dropped: only as many as are dropped are kept at each end. */
function rangesOfDraws(
  sampler: IncidentSampler,
  { units, size, draws, seed }: { units: number; size: number; draws: number; seed: number },
): { low: Uint32Array; high: Uint32Array } {
  const random = drawGenerator(seed, 0);
  // Ranks floor(.025 draws) + 1 and ceil(.975 draws), here from either end.
  const fromBelow = Math.floor(draws / 40) + 1;
  const fromAbove = draws - Math.ceil((39 * draws) / 40) + 1;
  const least = new Uint32Array(units * fromBelow).fill(0xffffffff);
  const most = new Uint32Array(units * fromAbove);
  for (let draw = 0; draw < draws; draw++) {
    const counts = sampler.draw(size, random);
    for (let i = 0; i < units; i++) {
      insert(least, i * fromBelow, fromBelow, counts[i], false);
      insert(most, i * fromAbove, fromAbove, counts[i], true);
    }
  }
  const last = (sorted: Uint32Array, kept: number) =>
    Uint32Array.from({ length: units }, (_, i) => sorted[i * kept + kept - 1]);
  return { low: last(least, fromBelow), high: last(most, fromAbove) };
}

/** Put a value into a short sorted stretch, and its last one out. */
function insert(
  into: Uint32Array,
  start: number,
  length: number,
  value: number,
  isDescending: boolean,
): void {
  let at = start + length - 1;
  if (isDescending ? value <= into[at] : value >= into[at]) return;
  for (; at > start && (isDescending ? value > into[at - 1] : value < into[at - 1]); at--)
    into[at] = into[at - 1];
  into[at] = value;
}
