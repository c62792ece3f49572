import type { RandomStream } from '../random/stream.ts';
import { binomialDraw } from './binomial-draw.ts';
import { type CountTiers, countTiers } from './count-tiers.ts';

/** Draws whole places, or whole blocks of places, with replacement; never incidents (methods rule 4). */
export interface PlaceResampler {
  readonly observed: CountTiers;
  /** Blocks resampled; null where places are. */
  readonly blocks: number | null;
  /** Tiers of a new draw, in arrays that the next draw overwrites; a tier may have become empty. */
  draw(random: RandomStream): CountTiers;
  /**
   * Variance of a measure over the places of the last draw, before the first one over the observed places.
   *
   * @param influence of the measure, one per tier
   */
  variance(influence: Float64Array): number;
}

/**
 * Places drawn independently: the tiers' sizes are multinomial, drawn as binomials of what is left.
 *
 * Cost of a draw: tiers, whatever the number of places.
 */
export function resampledPlaces(counts: ArrayLike<number>): PlaceResampler {
  const observed = countTiers(counts);
  const { places } = observed;
  const drawn: CountTiers = { ...observed, sizes: [...observed.sizes] };
  return {
    observed,
    blocks: null,
    draw(random) {
      let left = places;
      let leftOfAll = places;
      drawn.incidents = 0;
      for (let tier = 0; tier < observed.counts.length; tier++) {
        const size = binomialDraw(left, observed.sizes[tier] / leftOfAll, random);
        drawn.sizes[tier] = size;
        drawn.incidents += size * observed.counts[tier];
        left -= size;
        leftOfAll -= observed.sizes[tier];
      }
      return drawn;
    },
    variance(influence) {
      return varianceOfIndependent(drawn, influence);
    },
  };
}

/** Variance of a measure if the places are independent. */
export function varianceOfIndependent({ places, sizes }: CountTiers, influence: Float64Array): number {
  let sum = 0;
  for (let tier = 0; tier < influence.length; tier++) sum += sizes[tier] * influence[tier] ** 2;
  return sum / (places * (places - 1));
}

/**
 * Blocks drawn independently, as many as there are: places of one block stay together, so that what they have in common
 * is kept. The places of a draw are not exactly as many as observed.
 *
 * Cost of a draw: distinct counts of every block, summed.
 *
 * @param block of each place, any number
 */
export function resampledBlocks(counts: ArrayLike<number>, block: ArrayLike<number>): PlaceResampler {
  const observed = countTiers(counts);
  const parts = tiersOfBlocks(observed, counts, block);
  const times = new Uint32Array(parts.length).fill(1);
  const drawn: CountTiers = { ...observed, sizes: [...observed.sizes] };
  return {
    observed,
    blocks: parts.length,
    draw(random) {
      times.fill(0);
      for (let b = 0; b < parts.length; b++) times[random.integer(0, parts.length - 1)]++;
      drawn.sizes.fill(0);
      drawn.places = 0;
      drawn.incidents = 0;
      for (let b = 0; b < parts.length; b++) {
        if (times[b] === 0) continue;
        const { tiers, sizes, places, incidents } = parts[b];
        for (let i = 0; i < tiers.length; i++) drawn.sizes[tiers[i]] += times[b] * sizes[i];
        drawn.places += times[b] * places;
        drawn.incidents += times[b] * incidents;
      }
      return drawn;
    },
    variance(influence) {
      let sum = 0;
      for (let b = 0; b < parts.length; b++) {
        if (times[b] === 0) continue;
        const { tiers, sizes } = parts[b];
        let inBlock = 0;
        for (let i = 0; i < tiers.length; i++) inBlock += sizes[i] * influence[tiers[i]];
        sum += times[b] * inBlock ** 2;
      }
      return (sum / drawn.places ** 2) * (parts.length / (parts.length - 1));
    },
  };
}

interface BlockTiers {
  places: number;
  incidents: number;
  tiers: number[];
  sizes: number[];
}

function tiersOfBlocks(
  observed: CountTiers,
  counts: ArrayLike<number>,
  block: ArrayLike<number>,
): BlockTiers[] {
  const tierOf = new Map(observed.counts.map((count, tier) => [count, tier]));
  const blocks = new Map<number, Map<number, number>>();
  for (let i = 0; i < counts.length; i++) {
    const sizes = blocks.get(block[i]) ?? new Map<number, number>();
    blocks.set(block[i], sizes);
    const tier = tierOf.get(counts[i])!;
    sizes.set(tier, (sizes.get(tier) ?? 0) + 1);
  }
  return Array.from(blocks.values(), (of) => {
    const tiers = [...of.keys()];
    const part: BlockTiers = { places: 0, incidents: 0, tiers, sizes: [...of.values()] };
    for (const [tier, size] of of) {
      part.places += size;
      part.incidents += size * observed.counts[tier];
    }
    return part;
  });
}
