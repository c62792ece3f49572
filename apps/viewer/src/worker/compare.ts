import {
  type Concentration,
  passes,
  type SetStability,
  spatialBlocks,
  stabilityOfSets,
  sumByPlace,
} from '@oryn/core';
import {
  type CountClasses,
  checkComparable,
  countClasses,
  haveSameArea,
  haveSameOffences,
  LEAST_INCIDENTS,
  type OpenBundle,
  REPORT_DRAWS,
  unitFacts,
  wholeYears,
} from '@oryn/study';
import { concentrationIn, filterOf } from './answer.ts';
import type { DrawInput } from './compare-draws.ts';
import { districtOf } from './districts.ts';
import type { Question } from './types.ts';

/** What the two sides differ in. */
export type ComparedBy = 'years' | 'offence' | 'city';

/** A bundle, by its id, and what is asked of it. */
export interface Side {
  id: string;
  question: Question;
}

/** Why the difference was not tested. */
type NotTested = 'unit-area' | 'offences' | 'years' | 'too-few';

export interface ComparedSide {
  /** In the cells that are compared. */
  incidents: number;
  /** In cells where none was thought possible; and without a date, where the years counted are not all. */
  elsewhere: number;
  undated: number;
  /** Years counted, and those of them that the data cover only in part. */
  years: number[];
  partYears: number[];
  /** Over the denominators of the bundle, the first being the one that is compared. */
  concentration: Concentration[];
  /** Incidents of every cell of the bundle. */
  n: Uint32Array;
}

export interface CompareAnswer {
  by: ComparedBy;
  sides: [ComparedSide, ComparedSide];
  incidentsPerPlace: number;
  notTested: NotTested | undefined;
  /** Whether the same places hold half, of one city. */
  stability: SetStability | undefined;
  /** Maps show incidents a year where the sides have not as many years, else incidents. */
  isYearly: boolean;
  /** Of both maps, so that a colour means the same number on both. */
  classes: CountClasses;
  /** What has to be drawn; undefined where a side has no incident. */
  toDraw: DrawInput | undefined;
}

const HALF = 50;

/**
 * Two sides of one city, or two cities, as `oryn compare` sets them side by side: every share with its denominator, and
 * what has to be drawn to tell whether they differ.
 *
 * @throws OrynError compare.* where the two must not stand side by side
 */
export function compare(
  [first, second]: [OpenBundle, OpenBundle],
  [a, b]: [Side, Side],
  by: ComparedBy,
): CompareAnswer {
  if (by === 'city') checkCities(first, second, a, b);
  const common = by === 'city' ? commonYears(first, second, a.question) : undefined;
  const counted: [Counted, Counted] = [
    countedSide(first, a.question, common),
    countedSide(second, b.question, common),
  ];
  const [valuesA, valuesB] = counted.map(({ values }) => values);
  const isYearly = counted[0].years.length !== counted[1].years.length;
  const notTested = reasonAgainst(counted, by, common);
  const drawSide = (side: Counted) => ({ values: side.values, block: blocksOf(side) });
  return {
    by,
    sides: [comparedSide(counted[0]), comparedSide(counted[1])],
    incidentsPerPlace: Math.min(...counted.map(({ values }) => sumOf(values) / values.length)),
    notTested,
    stability: by === 'city' ? undefined : stabilityOfSets(valuesA, valuesB, HALF),
    isYearly,
    classes: classesOf(counted, isYearly),
    toDraw: counted.some(({ values }) => sumOf(values) === 0)
      ? undefined
      : {
          sides: [drawSide(counted[0]), drawSide(counted[1])],
          areSamePlaces: by !== 'city',
          isTested: notTested === undefined,
          draws: REPORT_DRAWS,
          seed: first.manifest.seeds.study,
        },
  };
}

function comparedSide(side: Counted): ComparedSide {
  const { bundle, values, inside, n, years, partYears, undated } = side;
  const incidents = sumOf(values);
  return {
    incidents,
    elsewhere: n.reduce((sum, count, cell) => (inside?.[cell] === 0 ? sum : sum + count), 0) - incidents,
    undated,
    years,
    partYears,
    concentration: concentrationIn(bundle, n, inside),
    n,
  };
}

/** Invented cities may stand beside each other, since the map says what they are; never beside a real one. */
function checkCities(first: OpenBundle, second: OpenBundle, a: Side, b: Side): void {
  const areInvented = first.manifest.simulated && second.manifest.simulated;
  const compared = [
    { folder: a.id, bundle: first },
    { folder: b.id, bundle: second },
  ];
  checkComparable(
    areInvented
      ? compared.map(({ folder, bundle }) => ({
          folder,
          bundle: { ...bundle, manifest: { ...bundle.manifest, simulated: false } },
        }))
      : compared,
  );
}

/** Years of the question that both cities have in whole; undefined where there is none. */
function commonYears(first: OpenBundle, second: OpenBundle, question: Question): number[] | undefined {
  const [ofFirst, ofSecond] = [first, second].map((bundle) => wholeYearsOf(bundle, question));
  const common = ofFirst.filter((year) => ofSecond.includes(year));
  return common.length > 0 ? common : undefined;
}

function wholeYearsOf(bundle: OpenBundle, question: Question): number[] {
  const { tally, places, manifest } = bundle;
  return wholeYears(tally, places.count, filterOf(bundle, question), manifest.study).years.filter(
    (year) => year >= question.from && year <= question.to,
  );
}

interface Counted {
  bundle: OpenBundle;
  years: number[];
  partYears: number[];
  inside: Uint8Array | undefined;
  /** Of every cell; of those of the first denominator, and their numbers. */
  n: Uint32Array;
  values: Float64Array;
  members: Uint32Array;
  offences: { label: string; incidents: number }[];
  undated: number;
}

/** @param only count these years alone; undefined for all of the question, incidents without a date included */
function countedSide(bundle: OpenBundle, question: Question, only: readonly number[] | undefined): Counted {
  const { tally, places, inMask, manifest, incidents } = bundle;
  const filter = filterOf(bundle, question);
  const whole = wholeYearsOf(bundle, question);
  const years = manifest.years.filter((year) =>
    only ? only.includes(year) : year >= question.from && year <= question.to,
  );
  const n = only ? new Uint32Array(places.count) : sumByPlace(tally, places.count, filter);
  for (const year of only ?? []) {
    const ofYear = sumByPlace(tally, places.count, {
      ...filter,
      fromMonth: year * 12,
      toMonth: year * 12 + 11,
    });
    for (let cell = 0; cell < n.length; cell++) n[cell] += ofYear[cell];
  }
  const inside = districtOf(bundle, question)?.inside;
  const members = Uint32Array.from({ length: places.count }, (_, cell) => cell).filter(
    (cell) => inMask?.[cell] !== 0 && inside?.[cell] !== 0,
  );
  const byLabel = incidents.category.labels.map((label) => ({ label, incidents: 0 }));
  let undated = 0;
  const leavesUndated = only !== undefined || filter.fromMonth !== undefined;
  const anyMonth = { ...filter, fromMonth: undefined, toMonth: undefined };
  for (let i = 0; i < tally.count; i++) {
    const isHere = inside?.[tally.place[i]] !== 0;
    if (leavesUndated && isHere && tally.month[i] < 0 && passes(tally, i, anyMonth)) undated += tally.n[i];
    if (filter.categories?.[tally.category[i]] === 1) byLabel[tally.category[i]].incidents += tally.n[i];
  }
  return {
    bundle,
    years,
    partYears: years.filter((year) => !whole.includes(year)),
    inside,
    n,
    values: Float64Array.from(members, (cell) => n[cell]),
    members,
    offences: byLabel.filter(({ incidents }) => incidents > 0),
    undated,
  };
}

/** As `oryn compare` decides; two sides of one city are of one register and one unit. */
function reasonAgainst(
  [a, b]: [Counted, Counted],
  by: ComparedBy,
  common: readonly number[] | undefined,
): NotTested | undefined {
  if (by === 'city') {
    if (!haveSameArea({ unit: unitFacts(a.bundle.places) }, { unit: unitFacts(b.bundle.places) })) {
      return 'unit-area';
    }
    if (!haveSameOffences(a, b)) return 'offences';
    if (!common) return 'years';
  }
  const isEnough = ({ values }: Counted): boolean => sumOf(values) >= LEAST_INCIDENTS;
  return isEnough(a) && isEnough(b) ? undefined : 'too-few';
}

function blocksOf({ bundle: { places, plane }, members }: Counted): Uint32Array {
  const x = new Float64Array(members.length);
  const y = new Float64Array(members.length);
  members.forEach((cell, i) => {
    [x[i], y[i]] = plane.project(places.lon[cell], places.lat[cell]);
  });
  return spatialBlocks(x, y).block;
}

function classesOf(counted: readonly Counted[], isYearly: boolean): CountClasses {
  const maps = counted.map(({ n, inside, years }) => {
    const over = isYearly ? Math.max(1, years.length) : 1;
    return Float64Array.from(n, (count, cell) => (inside?.[cell] === 0 ? 0 : count / over));
  });
  return countClasses(maps, undefined);
}

const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
};
