import { formatInteger, formatNumber, formatP, formatPercent, type Language } from '@oryn/language';

/**
 * What the study of the invented city Tasozen finds; a test computes all of it again. Shares are parts of one, rounded
 * to six places.
 */
export const EXAMPLE = {
  rows: {
    read: 30249,
    dropped: 852,
    noCoordinates: 211,
    zeroCoordinates: 218,
    struckOff: 423,
    mended: 146,
    kept: 29397,
    outside: 353,
    policeDetected: 989,
    placeless: 2180,
    counted: 25875,
    withoutHour: 2636,
  },
  /** Half of the incidents: places that hold it and are needed by chance, of those with streets. */
  streets: { places: 801, k: 163, share: 0.203496, chance: 0.431433, low: 0.428215, high: 0.434457 },
  area: { places: 1006, share: 0.162028, chance: 0.422955 },
  any: { places: 752, share: 0.216755, chance: 0.432769 },
  gini: { observed: 0.467652, chance: 0.098865 },
  /** The same with cells of resolution 8 and 7. Finer ones leave out what happened in dwellings. */
  coarse: { places: 133, share: 0.225564, chance: 0.474587 },
  coarsest: { places: 26, share: 0.230769, chance: 0.5 },
  /** Median area of a cell of resolution 8, 9 and 7. */
  km2: { coarse: 0.8893, middle: 0.127043, coarsest: 6.225102 },
  hot: { below: 95, corrected: 60 },
  problems: { listed: 11, refused: 5 },
  first: {
    n: 465,
    expected: 129.213483,
    perYear: 146.505364,
    low: 128.353023,
    high: 165.840775,
    q: 0.045746,
    growth: 0.777632,
  },
  second: { n: 743, perYear: 137.262483 },
  heldOut: { places: 11, n: 824, expected: 842.504595 },
  years: {
    incidents2019: 6292,
    incidents2023: 4162,
    share2019: 0.172285,
    share2023: 0.191011,
    rarefied2019: 0.16518,
    p: 0.02,
    q: 0.1,
  },
  stable: { places2019: 145, places2023: 160, both: 86, jaccard: 0.392694, byChance: 0.105204 },
};

type Numbers = Record<string, number>;
type Written<Part extends Numbers> = Record<keyof Part, string>;

const NO_BREAK_SPACE = '\u00a0';

/** The example as a text writes it: shares to a tenth of a percent, so that columns of them stand under each other. */
export function exampleIn(lang: Language) {
  const written = <Part extends Numbers>(part: Part, write: (value: number) => string): Written<Part> =>
    Object.fromEntries(Object.entries(part).map(([name, value]) => [name, write(value)])) as Written<Part>;
  const integer = (value: number): string => formatInteger(lang, value);
  const tenths = (share: number): string =>
    `${formatNumber(lang, 100 * share, { decimals: 1 })}${NO_BREAK_SPACE}%`;
  const mixed = (value: number): string => (Number.isInteger(value) ? integer(value) : tenths(value));
  const { first, gini, hot, years, stable } = EXAMPLE;
  return {
    rows: written(EXAMPLE.rows, integer),
    streets: written(EXAMPLE.streets, mixed),
    area: written(EXAMPLE.area, mixed),
    any: written(EXAMPLE.any, mixed),
    gini: written(gini, (value) => formatNumber(lang, value, { decimals: 2 })),
    coarse: written(EXAMPLE.coarse, mixed),
    coarsest: written(EXAMPLE.coarsest, mixed),
    km2: written(EXAMPLE.km2, (value) => formatNumber(lang, value, { significant: 2 })),
    hot: written(hot, integer),
    problems: written(EXAMPLE.problems, integer),
    first: {
      ...written(first, integer),
      q: formatP(lang, first.q),
      growth: formatPercent(lang, first.growth, 2),
    },
    second: written(EXAMPLE.second, integer),
    heldOut: written(EXAMPLE.heldOut, integer),
    years: { ...written(years, mixed), p: formatNumber(lang, years.p), q: formatNumber(lang, years.q) },
    stable: written(stable, mixed),
  };
}
