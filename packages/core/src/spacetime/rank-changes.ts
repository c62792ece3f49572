import { drawGenerator } from '../significance/draw-generator.ts';
import { incompleteBeta } from '../significance/gamma-functions.ts';
import { midRanks } from './spearman.ts';

/** How far places change their ranks from year to year, beside what chance alone would give. */
export interface RankChanges {
  /** For each year, the rank of each place, 1 for the most; equal counts share the mean of their ranks. */
  ranks: Float64Array[];
  /** Mean of |rank - rank of the year before| over places and years. */
  meanChange: number;
  /** The same over the draws: mean and where 95 of 100 lie. */
  byChance: { mean: number; low: number; high: number };
  test: {
    name: 'mean-rank-change';
    /** (draws that change as much, the observed one among them) / (draws + 1). */
    p: number;
    alternative: 'greater';
    null: 'incidents-of-every-place-fall-to-the-years-alike';
    correction: 'none';
    tested: 1;
    draws: number;
    seed: number;
  };
}

/**
 * Ranks of one list of places year by year, and whether they change more than the noise of counts makes them.
 *
 * Null: the incidents of every place fall to the years as those of all of them do. It holds the total of each place
 * and of each year: the years of all incidents are dealt out anew among them. Places that keep their level change
 * ranks under it too, the more the closer their counts. Choose the list by totals: a list chosen for its best year
 * is no draw of this null.
 *
 * Cost: incidents × draws.
 *
 * @param byYear for each year in turn, incidents of each place of the list, whole numbers >= 0
 * @param options.draws at least 19
 * @throws RangeError for fewer than two years or two places, or fewer than 19 draws
 */
export function rankChanges(
  byYear: readonly ArrayLike<number>[],
  options: { readonly draws: number; readonly seed: number },
): RankChanges {
  const { draws, seed } = options;
  const places = byYear[0]?.length ?? 0;
  if (byYear.length < 2 || places < 2) throw new RangeError(`${byYear.length} years of ${places} places`);
  if (!Number.isInteger(draws) || draws < 19) throw new RangeError(`${draws} draws`);
  const ranks = byYear.map(ranksOf);
  const meanChange = meanChangeOf(ranks);
  const placeOf = incidentsOf(byYear);
  const lengths = byYear.map((year) => Array.from(year).reduce((sum, n) => sum + n, 0));
  const drawn = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    shuffle(placeOf, seed, draw);
    let from = 0;
    const dealt = lengths.map((length) => {
      const counts = new Float64Array(places);
      for (let i = from; i < from + length; i++) counts[placeOf[i]]++;
      from += length;
      return ranksOf(counts);
    });
    drawn[draw] = meanChangeOf(dealt);
  }
  drawn.sort();
  const asMuch = drawn.filter((change) => change >= meanChange - 1e-12).length;
  const tail = Math.max(1, Math.floor(0.025 * (draws + 1)));
  return {
    ranks,
    meanChange,
    byChance: {
      mean: drawn.reduce((sum, change) => sum + change, 0) / draws,
      low: drawn[tail - 1],
      high: drawn[draws - tail],
    },
    test: {
      name: 'mean-rank-change',
      p: (asMuch + 1) / (draws + 1),
      alternative: 'greater',
      null: 'incidents-of-every-place-fall-to-the-years-alike',
      correction: 'none',
      tested: 1,
      draws,
      seed,
    },
  };
}

/**
 * Blocks of places whose counts do not differ from the largest of their block by more than chance: going down the
 * counts, a new block begins where a count differs from the first of the block. Test: the exact two-sided binomial
 * test of two Poisson counts given their sum (Przyborowski & Wilenski 1940), each by itself, without correction.
 *
 * @param counts whole numbers >= 0
 * @param level greatest p of a difference
 * @returns block of each place, 0 that of the largest count
 */
export function countBlocks(counts: ArrayLike<number>, level = 0.05): Uint32Array {
  const order = Uint32Array.from(counts, (_, i) => i).sort((i, j) => counts[j] - counts[i] || i - j);
  const blocks = new Uint32Array(counts.length);
  let block = 0;
  let first = order[0];
  for (const place of order) {
    if (twoCountsP(counts[first], counts[place]) <= level) {
      block++;
      first = place;
    }
    blocks[place] = block;
  }
  return blocks;
}

/** Two-sided p of two Poisson counts of equal exposure having one mean, given their sum. */
export function twoCountsP(a: number, b: number): number {
  const [most, total] = [Math.max(a, b), a + b];
  return total === 0 ? 1 : Math.min(1, 2 * incompleteBeta(0.5, most, total - most + 1));
}

/** Rank 1 is the largest count. */
function ranksOf(counts: ArrayLike<number>): Float64Array {
  return midRanks(counts).ranks.map((rank) => counts.length + 1 - rank);
}

function meanChangeOf(ranks: readonly Float64Array[]): number {
  let sum = 0;
  for (let year = 1; year < ranks.length; year++)
    for (let place = 0; place < ranks[year].length; place++)
      sum += Math.abs(ranks[year][place] - ranks[year - 1][place]);
  return sum / ((ranks.length - 1) * ranks[0].length);
}

/** The place of every incident, year by year. */
function incidentsOf(byYear: readonly ArrayLike<number>[]): Uint32Array {
  const places: number[] = [];
  for (const year of byYear)
    for (let place = 0; place < year.length; place++)
      for (let k = 0; k < year[place]; k++) places.push(place);
  return Uint32Array.from(places);
}

/** In place (Durstenfeld 1964); the order left by one draw is as good a start as any for the next. */
function shuffle(values: Uint32Array, seed: number, draw: number): void {
  const random = drawGenerator(seed, draw);
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [values[i], values[j]] = [values[j], values[i]];
  }
}
