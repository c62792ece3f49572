import {
  type HotMap,
  holdOut,
  matchChosen,
  type OnProgress,
  type Places,
  type PlacesOfProblems,
  type PlaceTrend,
  type PlaceTrends,
  type ProblemPlace,
  type ProblemPlaceOptions,
  placeTrends,
  ranksByYear,
  sumsOfGroups,
} from '@oryn/core';

/** Incidents per place in the whole years of the data. */
export interface YearlyCounts {
  /** Whole years in turn. */
  years: number[];
  /** Per whole year, per place. */
  byYear: Uint32Array[];
  /** Length of all the data in years, parts of years included. */
  length: number;
}

/** What the last whole year brought to a place that the earlier years alone had chosen too. */
interface HeldOut {
  /** Places of the group as the earlier years made it, of which `n` is the count; not those of the listed place. */
  members: number[];
  n: number;
  expected: number;
  interval: [number, number];
}

/** What is known of a problem place besides its count and its test. */
export interface PlaceEvidence {
  /** Incidents of each whole year. */
  byYear: number[];
  /** Its rank among the listed places in each whole year. */
  ranks: number[];
  /** Undefined where fewer than three whole years were tested. */
  trend: PlaceTrend | undefined;
  /** Undefined where the earlier years did not choose it, or there are none. */
  heldOut: HeldOut | undefined;
}

export interface EvidenceSummary {
  /** Whole years of the evidence. */
  years: number[];
  trendTest: PlaceTrends['test'] | undefined;
  /** All places chosen on the earlier years together; undefined with fewer than two whole years. */
  holdOut: { places: number; n: number; expected: number; total: number } | undefined;
}

/**
 * What the years say of the listed places: counts, ranks, trend and the year that was held out.
 *
 * @param places with the extent that says whether places exist by incidents alone: then the year held out does not
 *   bring in its own
 * @param mapOf the map of hot places of a count per place among some of them, as for the whole period
 */
export function evidenceOf(
  places: PlacesOfProblems & { extent?: Places['extent'] | undefined },
  listed: readonly ProblemPlace[],
  { years, byYear }: YearlyCounts,
  mapOf: (counts: ArrayLike<number>, include: Uint8Array | undefined) => HotMap,
  search: Omit<ProblemPlaceOptions, 'years' | 'byYear'>,
  onProgress?: OnProgress,
): { evidence: PlaceEvidence[]; evidenceSummary: EvidenceSummary } {
  const sums = byYear.map((counts) => sumsOfGroups(listed, counts));
  const { include } = search;
  const city = byYear.map((counts) =>
    counts.reduce((sum, n, place) => sum + (!include || include[place] === 1 ? n : 0), 0),
  );
  const ranks = ranksByYear(sums);
  const trends = byYear.length >= 3 && listed.length > 0 ? placeTrends(sums, city) : undefined;
  // Without a listed place there is nothing to look back on.
  const earlier = { ...search, include: withoutLastYear(places, byYear, include) };
  const mapOfEarlier = (counts: ArrayLike<number>): HotMap => mapOf(counts, earlier.include);
  const held = listed.length > 0 ? holdOut(places, byYear, mapOfEarlier, earlier, onProgress) : undefined;
  const match = held && matchChosen(listed, held.chosen);
  const evidence = listed.map((_, i): PlaceEvidence => {
    const chosen = held && match && match[i] >= 0 ? held.chosen[match[i]] : undefined;
    return {
      byYear: sums.map((sum) => sum[i]),
      ranks: ranks[i] ?? [],
      trend: trends?.trends[i],
      heldOut: chosen && {
        members: chosen.place.members,
        n: chosen.n,
        expected: chosen.expected,
        interval: chosen.interval,
      },
    };
  });
  return {
    evidence,
    evidenceSummary: {
      years,
      trendTest: trends?.test,
      holdOut: held && {
        places: held.chosen.length,
        n: held.inChosen,
        expected: held.chosen.reduce((sum, { expected }) => sum + expected, 0),
        total: held.total,
      },
    },
  };
}

/**
 * The places that would be there without the last year. Where a study has no boundary a cell exists by an incident in
 * it or beside it, an address by its own: one that only the last year brought in is a zero of the earlier years that
 * the last year told of.
 *
 * @returns 1 for a place to test; what is given where places exist by themselves
 */
function withoutLastYear(
  places: Parameters<typeof evidenceOf>[0],
  byYear: readonly ArrayLike<number>[],
  include: Uint8Array | undefined,
): Uint8Array | undefined {
  const { extent, neighbours, touching = neighbours } = places;
  if ((extent !== 'occupied-neighbourhood' && extent !== 'occupied') || byYear.length < 2) return include;
  const earlier = byYear.slice(0, -1);
  const known = new Uint8Array(places.ids.length);
  for (let place = 0; place < known.length; place++) {
    if (!earlier.some((counts) => counts[place] > 0)) continue;
    known[place] = 1;
    if (extent === 'occupied') continue;
    for (let j = touching.offsets[place]; j < touching.offsets[place + 1]; j++)
      known[touching.indices[j]] = 1;
  }
  return include ? known.map((one, place) => one & include[place]) : known;
}
