import type { OnProgress } from '../progress/on-progress.ts';
import { randomStream } from '../random/stream.ts';
import { centralRange } from './central-range.ts';

/** Which places would hold a percentage of the incidents if each district registered another part of them. */
export interface ReportingSensitivity {
  percent: number;
  /** Least and greatest reporting rate of a district. */
  low: number;
  high: number;
  draws: number;
  seed: number;
  districts: number;
  /** For each place, share of the draws in which it is in the set; NaN throughout without incidents. */
  keptShare: Float64Array;
  /** Places of the observed set, ties at its boundary whole, and those of them that stay in >= 95 % of the draws. */
  set: number;
  stable: number;
  /** Fewest places that hold the percentage / all places: observed, and the middle and central 95 % of the draws. */
  shareOfPlaces: { observed: number; low: number; median: number; high: number };
}

/** Share of the draws in which a place must be in the set to be called stable. */
const STABLE = 0.95;

/**
 * Sensitivity of a set of places to under-reporting. In each draw every district has a reporting rate of its own,
 * uniform on [low, high] and independent of the others, and its counts are divided by it; then the places that hold the
 * percentage are chosen again, those tied with the last of them included.
 *
 * It says what the choice of places owes to equal reporting in all districts. It is not an interval for crime: the rates
 * are assumed, not measured, they are one per district and not per place or offence, and the noise of small counts is
 * left as it is. With one district nothing changes, whatever the rate.
 *
 * Cost: draws × tiers log tiers + places, a tier being the places of a district with one count.
 *
 * @param counts incidents of each place, whole numbers >= 0
 * @param district of each place, any number; places in no district share one, such as -1, and so one rate
 * @param options.low in (0, high]; @param options.high at most 1
 * @throws RangeError where the lengths differ or the rates are outside (0, 1]
 */
export function reportingSensitivity(
  counts: ArrayLike<number>,
  district: ArrayLike<number>,
  options: {
    percent: number;
    low: number;
    high: number;
    draws: number;
    seed: number;
    onProgress?: OnProgress | undefined;
  },
): ReportingSensitivity {
  const { percent, low, high, draws, seed, onProgress } = options;
  if (counts.length !== district.length)
    throw new RangeError(`${counts.length} and ${district.length} places`);
  if (!(low > 0 && low <= high && high <= 1)) throw new RangeError(`reporting rates ${low} to ${high}`);
  const { tiers, tierOf, districts } = tiersOfDistricts(counts, district);
  const observed = heaviest(tiers, new Float64Array(districts).fill(1), percent);

  const random = randomStream(seed, 11);
  const rates = new Float64Array(districts);
  const timesIn = new Float64Array(tiers.length);
  const shares = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    onProgress?.(draw, draws);
    for (let d = 0; d < districts; d++) rates[d] = low + (high - low) * random.uniform();
    const { members, fewest } = heaviest(tiers, rates, percent);
    for (const tier of members) timesIn[tier]++;
    shares[draw] = fewest / counts.length;
  }
  const isKnown = observed.members.length > 0;
  const range = centralRange(shares);
  const unknown = Number.NaN;
  const places = (of: readonly number[]): number => of.reduce((sum, tier) => sum + tiers[tier].places, 0);
  return {
    percent,
    low,
    high,
    draws,
    seed,
    districts,
    keptShare: Float64Array.from(tierOf, (tier) => {
      if (!isKnown) return unknown;
      return tier < 0 ? 0 : timesIn[tier] / draws;
    }),
    set: places(observed.members),
    stable: places(observed.members.filter((tier) => timesIn[tier] >= STABLE * draws)),
    shareOfPlaces: {
      observed: isKnown ? observed.fewest / counts.length : unknown,
      low: isKnown ? range.low : unknown,
      // centralRange has left the shares in order.
      median: isKnown ? shares[draws >> 1] : unknown,
      high: isKnown ? range.high : unknown,
    },
  };
}

/** Places of one district with one count, at least 1: they are in or out together. */
interface DistrictTier {
  count: number;
  district: number;
  places: number;
}

function tiersOfDistricts(
  counts: ArrayLike<number>,
  district: ArrayLike<number>,
): { tiers: DistrictTier[]; tierOf: Int32Array; districts: number } {
  const numberOf = new Map<number, number>();
  const tierAt: Map<number, number>[] = [];
  const tiers: DistrictTier[] = [];
  const tierOf = new Int32Array(counts.length).fill(-1);
  for (let i = 0; i < counts.length; i++) {
    let own = numberOf.get(district[i]);
    if (own === undefined) {
      own = numberOf.size;
      numberOf.set(district[i], own);
      tierAt.push(new Map());
    }
    if (counts[i] === 0) continue;
    let tier = tierAt[own].get(counts[i]);
    if (tier === undefined) {
      tier = tiers.length;
      tierAt[own].set(counts[i], tier);
      tiers.push({ count: counts[i], district: own, places: 0 });
    }
    tiers[tier].places++;
    tierOf[i] = tier;
  }
  return { tiers, tierOf, districts: numberOf.size };
}

/**
 * Tiers that hold the percentage of counts / rates, whole tiers of equal weight included, and the fewest places that
 * would do.
 */
function heaviest(
  tiers: readonly DistrictTier[],
  rates: Float64Array,
  percent: number,
): { members: number[]; fewest: number } {
  const weight = Float64Array.from(tiers, ({ count, district }) => count / rates[district]);
  const order = Uint32Array.from(tiers, (_, tier) => tier).sort((s, t) => weight[t] - weight[s]);
  let total = 0;
  tiers.forEach(({ places }, tier) => {
    total += places * weight[tier];
  });
  // A sum of quotients may fall short by rounding: a part in 1e12 is none.
  const wanted = (percent / 100) * total * (1 - 1e-12);
  const members: number[] = [];
  let fewest = 0;
  let held = 0;
  for (const tier of order) {
    const { places } = tiers[tier];
    if (held >= wanted && weight[tier] < weight[members[members.length - 1]]) break;
    if (held < wanted) fewest += Math.min(places, Math.ceil((wanted - held) / weight[tier]));
    held += places * weight[tier];
    members.push(tier);
  }
  return { members, fewest };
}
