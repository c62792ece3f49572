import {
  defaultMaxCells,
  type Incidents,
  OrynError,
  type Places,
  type ProblemPlace,
  placeInHexagons,
  type StudyArea,
} from '@oryn/core';
import { type Analysis, type AnalysisOptions, analyse } from '../evaluate/analyse.ts';
import { analysedCategories } from '../evaluate/evaluate.ts';

/** Fewer analysed incidents make no map of hot spots. */
const FEWEST_INCIDENTS = 20;

/** A problem place of all rows and what is left of it without the suspect rows, or one that these hid. */
export interface ComparedPlace {
  /** H3 index of its peak. */
  id: string;
  /** Among the problem places of all rows, or of those without the suspect ones where it appears only then. */
  rank: number;
  lon: number;
  lat: number;
  cells: number;
  n: number;
  nWithout: number;
  /** Of its cells, those still hot or in a problem place. */
  hotWithout: number;
  /**
   * `vanishes`: no cell is hot or in a problem place any more; `shrinks`: at most half of its cells are, or of its
   * incidents left; `appears`: either only without the suspect rows, which hid it by raising what is usual.
   */
  fate: 'stays' | 'shrinks' | 'vanishes' | 'appears';
}

export interface HotSpotsCompared {
  /** Why there is no comparison; null where there is one. */
  impossible: 'too-few' | 'planar' | 'too-many-cells' | null;
  resolution: number;
  extent: Places['extent'];
  /** Analysed incidents with and without the suspect rows. */
  incidents: { with: number; without: number };
  hotCells: { with: number; without: number; both: number };
  /** Hot in both among hot in either; 1 where none is hot in either. */
  jaccard: number;
  /** Rank correlation of the scores over the cells hot in either; null for fewer than three. */
  spearman: number | null;
  problemPlaces: { with: number; without: number; shrink: number; vanish: number; appear: number };
  places: ComparedPlace[];
}

/**
 * The hot spots with every kept row and without suspect ones, on the same cells, by the default statistic
 * (Getis-Ord Gi*, exact tails, q <= .05). Never throws: where it cannot be done, it says why.
 *
 * @param suspect 1 for a row to leave out
 */
export function compareHotSpots(
  incidents: Incidents,
  suspect: Uint8Array,
  options: { area?: StudyArea | undefined; resolution: number },
): HotSpotsCompared {
  const { area, resolution } = options;
  const extent = area ? 'area' : 'occupied-neighbourhood';
  const none = (impossible: HotSpotsCompared['impossible'], n = 0): HotSpotsCompared => ({
    impossible,
    resolution,
    extent,
    incidents: { with: n, without: 0 },
    hotCells: { with: 0, without: 0, both: 0 },
    jaccard: 1,
    spearman: null,
    problemPlaces: { with: 0, without: 0, shrink: 0, vanish: 0, appear: 0 },
    places: [],
  });
  if (incidents.count > 0 && Number.isNaN(incidents.lon[0])) return none('planar');
  const analysed = analysedCategories(incidents);
  const rows = Uint32Array.from({ length: incidents.count }, (_, i) => i).filter(
    (i) => analysed[incidents.category.codes[i]] === 1,
  );
  if (rows.length < FEWEST_INCIDENTS) return none('too-few', rows.length);
  const columnOf = (values: Float64Array): Float64Array => Float64Array.from(rows, (i) => values[i]);
  try {
    const { places, placeOf, counts } = placeInHexagons(columnOf(incidents.lon), columnOf(incidents.lat), {
      resolution,
      area,
    });
    const clean = new Uint32Array(places.count);
    rows.forEach((row, i) => {
      if (placeOf[i] >= 0 && !suspect[row]) clean[placeOf[i]]++;
    });
    const inside = counts.reduce((sum, n) => sum + n, 0);
    if (inside < FEWEST_INCIDENTS) return none('too-few', inside);
    const testing = {
      statistic: 'gi-star',
      inference: 'exact',
      correction: 'bh',
      permutations: 999,
      seed: 1,
      rankBy: 'count',
      years: { years: [], byYear: [], length: 1 },
      maxCells: defaultMaxCells(resolution),
    } satisfies AnalysisOptions;
    const all = analyse(places, counts, undefined, testing);
    const without = analyse(places, clean, undefined, testing);
    return { ...none(null), ...compared(places, counts, clean, all, without) };
  } catch (error) {
    if (error instanceof OrynError && error.code === 'memory.cells')
      return none('too-many-cells', rows.length);
    throw error;
  }
}

function compared(
  places: Places,
  n: Uint32Array,
  clean: Uint32Array,
  all: Analysis,
  without: Analysis,
): Omit<HotSpotsCompared, 'impossible' | 'resolution' | 'extent'> {
  const isHot = ({ hot }: Analysis, cell: number): boolean =>
    hot.hotClass[cell] === 'hot95' || hot.hotClass[cell] === 'hot99';
  const cells = Array.from({ length: places.count }, (_, cell) => cell);
  const hotWith = cells.filter((cell) => isHot(all, cell));
  const hotWithout = cells.filter((cell) => isHot(without, cell));
  const both = hotWith.filter((cell) => isHot(without, cell)).length;
  const either = [...new Set([...hotWith, ...hotWithout])];
  const sumOver = (members: readonly number[], counts: Uint32Array): number =>
    members.reduce((sum, cell) => sum + counts[cell], 0);
  // A place that came by its own count has no hot cell.
  const standing = (analysis: Analysis): ((cell: number) => boolean) => {
    const listed = new Set(analysis.problemPlaces.flatMap(({ members }) => members));
    return (cell) => listed.has(cell) || isHot(analysis, cell);
  };
  const [stoodWith, standsWithout] = [standing(all), standing(without)];
  const described = (place: ProblemPlace, fate: ComparedPlace['fate']): ComparedPlace => ({
    id: places.ids[place.members[0]],
    rank: place.rank,
    lon: place.lon,
    lat: place.lat,
    cells: place.members.length,
    n: sumOver(place.members, n),
    nWithout: sumOver(place.members, clean),
    hotWithout: place.members.filter(standsWithout).length,
    fate,
  });
  const fateOf = ({ members }: ProblemPlace): ComparedPlace['fate'] => {
    const left = members.filter(standsWithout).length;
    if (left === 0) return 'vanishes';
    const isSmall = left * 2 <= members.length || sumOver(members, clean) * 2 <= sumOver(members, n);
    return isSmall ? 'shrinks' : 'stays';
  };
  const hidden = without.problemPlaces.filter(({ members }) => !members.some(stoodWith));
  const list = [
    ...all.problemPlaces.map((place) => described(place, fateOf(place))),
    ...hidden.map((place) => described(place, 'appears')),
  ];
  const sum = (counts: Uint32Array): number => counts.reduce((total, value) => total + value, 0);
  const having = (fate: ComparedPlace['fate']): number => list.filter((place) => place.fate === fate).length;
  return {
    incidents: { with: sum(n), without: sum(clean) },
    hotCells: { with: hotWith.length, without: hotWithout.length, both },
    jaccard: either.length > 0 ? both / either.length : 1,
    spearman: rankCorrelation(
      either.map((cell) => all.hot.z[cell]),
      either.map((cell) => without.hot.z[cell]),
    ),
    problemPlaces: {
      with: all.problemPlaces.length,
      without: without.problemPlaces.length,
      shrink: having('shrinks'),
      vanish: having('vanishes'),
      appear: having('appears'),
    },
    places: list,
  };
}

/** Spearman's rank correlation, ties at their mean rank; null for fewer than three values or no spread. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < 3) return null;
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, i) => {
    xy += (rank - middle) * (y[i] - middle);
    xx += (rank - middle) ** 2;
    yy += (y[i] - middle) ** 2;
  });
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const found: number[] = new Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) found[order[i]] = (from + to + 1) / 2;
    from = to;
  }
  return found;
}
