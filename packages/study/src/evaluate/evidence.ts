import {
  type HotMap,
  holdOut,
  matchChosen,
  type OnProgress,
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
 * @param mapOf the map of hot places of a count per place, as for the whole period
 */
export function evidenceOf(
  places: PlacesOfProblems,
  listed: readonly ProblemPlace[],
  { years, byYear }: YearlyCounts,
  mapOf: (counts: ArrayLike<number>) => HotMap,
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
  const held = listed.length > 0 ? holdOut(places, byYear, mapOf, search, onProgress) : undefined;
  const match = held && matchChosen(listed, held.chosen);
  const evidence = listed.map((_, i): PlaceEvidence => {
    const chosen = held && match && match[i] >= 0 ? held.chosen[match[i]] : undefined;
    return {
      byYear: sums.map((sum) => sum[i]),
      ranks: ranks[i] ?? [],
      trend: trends?.trends[i],
      heldOut: chosen && { n: chosen.n, expected: chosen.expected, interval: chosen.interval },
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
