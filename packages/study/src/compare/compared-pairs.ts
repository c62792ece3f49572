import {
  benjaminiHochberg,
  type ConcentrationDifference,
  differenceBetweenCities,
  differenceOverSamePlaces,
  type SetStability,
  stabilityOfSets,
} from '@oryn/core';
import { placeSets, valuesIn } from '../concentration/denominators.ts';
import { haveSameArea } from './check-comparable.ts';
import { type ComparedCity, countsOf } from './compared-city.ts';
import { HALF, offencesToCompare, periodOf } from './compared-rows.ts';
import { type AppliedBreak, breaksBetween } from './series-breaks.ts';

export interface PairOptions {
  draws: number;
  seed: number;
  onProgress?: (() => void) | undefined;
}

/** With fewer on a side half of them lie in a handful of places, and a test would only lengthen the list. */
export const LEAST_INCIDENTS = 50;

/** Each list of tests is corrected by itself. */
export const PAIR_CORRECTION = 'benjamini-hochberg';

/** The first and the last whole year of a city, for one offence group or all. */
export interface ComparedChange {
  city: number;
  offence: string | undefined;
  from: number;
  to: number;
  incidentsFrom: number;
  incidentsTo: number;
  /** Shares of places with half of the incidents at equal incidents per place; undefined where there are too few. */
  difference: (ConcentrationDifference & { q: number }) | undefined;
  /** Whether the same places hold half. */
  stability: SetStability;
  breaks: AppliedBreak[];
  /** Years between them that are not in the data, or not whole. */
  missing: number[];
}

export function comparedChanges(cities: readonly ComparedCity[], options: PairOptions): ComparedChange[] {
  const found = cities.flatMap((city, position) => {
    const { years, isWhole } = periodOf(city);
    if (!isWhole || years.length < 2) return [];
    const [from, to] = [years[0], years[years.length - 1]];
    return [undefined, ...offencesToCompare(city)].map((offence) => {
      options.onProgress?.();
      const [a, b] = [countsIn(city, offence, [from]), countsIn(city, offence, [to])];
      return {
        city: position,
        offence,
        from,
        to,
        incidentsFrom: sumOf(a),
        incidentsTo: sumOf(b),
        // Later less earlier, as change is read.
        difference: isEnough(a) && isEnough(b) ? differenceOverSamePlaces(b, a, testOf(options)) : undefined,
        stability: stabilityOfSets(a, b, HALF),
        breaks: breaksBetween(city, offence, from, to),
        missing: Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i).filter(
          (year) => !years.includes(year),
        ),
      };
    });
  });
  return withQ(found);
}

/** Why two cities were not tested against each other. */
type NotTested = 'unit-area' | 'years' | 'offences' | 'too-few';

/** Two cities over the whole years that both have, for one offence group or all. */
export interface ComparedDifference {
  a: number;
  b: number;
  offence: string | undefined;
  years: number[];
  difference: (ConcentrationDifference & { q: number }) | undefined;
  notTested: NotTested | undefined;
}

/**
 * Every pair of cities, all offences and each group that both have. All offences together are tested only where the
 * two registers hold the same groups: a city that records only robberies is no match for one that records thefts.
 */
export function comparedDifferences(
  cities: readonly ComparedCity[],
  options: PairOptions,
): ComparedDifference[] {
  const found = pairsOf(cities.length).flatMap(([a, b]) => {
    const shared = offencesToCompare(cities[a]).filter((label) =>
      cities[b].offences.some((other) => other.label === label),
    );
    return [undefined, ...shared].map((offence) => {
      options.onProgress?.();
      return { a, b, offence, ...tested(cities[a], cities[b], offence, options) };
    });
  });
  return withQ(found);
}

function tested(
  a: ComparedCity,
  b: ComparedCity,
  offence: string | undefined,
  options: PairOptions,
): Pick<ComparedDifference, 'years' | 'notTested'> & { difference: ConcentrationDifference | undefined } {
  const [ofA, ofB] = [periodOf(a), periodOf(b)];
  const years = ofA.isWhole && ofB.isWhole ? ofA.years.filter((year) => ofB.years.includes(year)) : [];
  const not = (notTested: NotTested) => ({ years, notTested, difference: undefined });
  if (!haveSameArea(a, b)) return not('unit-area');
  if (offence === undefined && !haveSameOffences(a, b)) return not('offences');
  if (years.length === 0) return not('years');
  const [inA, inB] = [countsIn(a, offence, years), countsIn(b, offence, years)];
  if (!isEnough(inA) || !isEnough(inB)) return not('too-few');
  return { years, notTested: undefined, difference: differenceBetweenCities(inA, inB, testOf(options)) };
}

/** So much of the incidents of each city must be of groups that the other has too. */
const SHARED_INCIDENTS = 0.99;

/** A group that is rare in both does not make two registers different. */
export function haveSameOffences(
  a: Pick<ComparedCity, 'offences'>,
  b: Pick<ComparedCity, 'offences'>,
): boolean {
  const sharedOf = (of: typeof a, other: typeof a): number => {
    let [shared, all] = [0, 0];
    for (const { label, incidents } of of.offences) {
      all += incidents;
      if (other.offences.some((known) => known.label === label)) shared += incidents;
    }
    return shared / all;
  };
  return Math.min(sharedOf(a, b), sharedOf(b, a)) >= SHARED_INCIDENTS;
}

/** Counts over the places that are compared: the mask where there is one. */
function countsIn(
  city: ComparedCity,
  offence: string | undefined,
  years: readonly number[] | undefined,
): Float64Array {
  const counts = countsOf(city, offence, years);
  const { inMask, places } = city.bundle;
  return valuesIn(counts, placeSets({ n: counts, inMask, extent: places.extent })[0]);
}

const testOf = ({ draws, seed }: PairOptions) => ({ percent: HALF, draws, seed });

function pairsOf(count: number): [number, number][] {
  return Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  ).flat();
}

function sumOf(counts: Float64Array): number {
  return counts.reduce((sum, n) => sum + n, 0);
}

function isEnough(counts: Float64Array): boolean {
  return sumOf(counts) >= LEAST_INCIDENTS;
}

/** p adjusted over the tests that were made. */
function withQ<Row extends { difference: ConcentrationDifference | undefined }>(
  rows: readonly Row[],
): (Row & { difference: (ConcentrationDifference & { q: number }) | undefined })[] {
  const q = benjaminiHochberg(Float64Array.from(rows, ({ difference }) => difference?.p ?? Number.NaN));
  return rows.map((row, i) => ({ ...row, difference: row.difference && { ...row.difference, q: q[i] } }));
}
