import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import { CONCENTRATION_PERCENTS, type DenominatorName } from './concentration.ts';
import { sortedDescending } from './count-tiers.ts';
import { giniCoefficients } from './gini.ts';

export interface WeightedShare {
  percent: number;
  /** Least number of places, heaviest first, that hold at least this percentage of the weight. */
  k: number;
  share: number;
  /** Mean of the same share over the random throws. */
  expectedShare: number;
}

/** Concentration of the weight of incidents (harm, loss) over places, beside that of their number. */
export interface WeightedConcentration {
  denominator: DenominatorName;
  places: number;
  /** Incidents whose weight is known, and the others, which are left out. */
  incidents: number;
  withoutWeight: number;
  totalWeight: number;
  shares: WeightedShare[];
  gini: number;
  expectedGini: number;
  /** Share of the weight that the heaviest hundredth of the incidents holds: a few may decide everything. */
  heaviestPercentShare: number;
  /** Each incident, with its own weight, falls on any place with equal chance. */
  null: 'even-throw-of-weighted-incidents';
  draws: number;
  seed: number;
}

/** Throws behind an expectation: its standard error is then under a tenth of the spread of one throw. */
const DRAWS = 199;

/**
 * Share of places that hold a share of the weight, and its chance: incidents thrown evenly over the same places,
 * each keeping its weight. A few heavy incidents alone make a weight look concentrated, and the chance shows
 * how much of it they explain. No generalised form and no closed form exist for weights.
 *
 * Cost: draws × (incidents + places log places).
 *
 * @param weights one per incident, >= 0; NaN where not known
 * @param placeOf place of each incident, -1 for one that does not take part
 * @param options.places number of places, those without an incident included
 */
export function weightedConcentration(
  weights: Float64Array,
  placeOf: ArrayLike<number>,
  options: {
    denominator: DenominatorName;
    places: number;
    seed: number;
    onProgress?: OnProgress | undefined;
  },
): WeightedConcentration {
  const { denominator, places, seed, onProgress } = options;
  const known: number[] = [];
  let takingPart = 0;
  const sums = new Float64Array(places);
  for (let i = 0; i < weights.length; i++) {
    if (placeOf[i] < 0) continue;
    takingPart++;
    if (Number.isNaN(weights[i])) continue;
    known.push(weights[i]);
    sums[placeOf[i]] += weights[i];
  }
  const kept = sortedDescending(known);
  const totalWeight = kept.reduce((total, weight) => total + weight, 0);
  const observed = heaviestPlaces(sums, totalWeight);
  const expected = { shares: new Float64Array(CONCENTRATION_PERCENTS.length), gini: 0 };
  const random = randomStream(seed, 7);
  const thrown = new Float64Array(places);
  for (let draw = 0; draw < DRAWS && totalWeight > 0; draw++) {
    onProgress?.(draw, DRAWS);
    thrown.fill(0);
    for (const weight of kept) thrown[random.integer(0, places - 1)] += weight;
    heaviestPlaces(thrown, totalWeight).forEach((k, i) => {
      expected.shares[i] += k / places / DRAWS;
    });
    expected.gini += giniCoefficients(thrown).gini / DRAWS;
  }
  const isKnown = totalWeight > 0;
  const heaviest = kept.subarray(0, Math.ceil(kept.length / 100)).reduce((sum, weight) => sum + weight, 0);
  return {
    denominator,
    places,
    incidents: known.length,
    withoutWeight: takingPart - known.length,
    totalWeight,
    shares: CONCENTRATION_PERCENTS.map((percent, i) => ({
      percent,
      k: isKnown ? observed[i] : 0,
      share: isKnown ? observed[i] / places : Number.NaN,
      expectedShare: isKnown ? expected.shares[i] : Number.NaN,
    })),
    gini: giniCoefficients(sums).gini,
    expectedGini: isKnown ? expected.gini : Number.NaN,
    heaviestPercentShare: isKnown ? heaviest / totalWeight : Number.NaN,
    null: 'even-throw-of-weighted-incidents',
    draws: DRAWS,
    seed,
  };
}

/** Number of the heaviest places that hold each of the percentages. */
function heaviestPlaces(sums: Float64Array, total: number): number[] {
  const sorted = sortedDescending(sums);
  let k = 0;
  let held = 0;
  return CONCENTRATION_PERCENTS.map((percent) => {
    // Sums of fractions may fall short of their total by rounding: a part in 1e12 is none.
    while (held < (percent / 100) * total * (1 - 1e-12) && k < sorted.length) held += sorted[k++];
    return k;
  });
}
