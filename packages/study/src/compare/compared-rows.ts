import {
  type Concentration,
  concentrationOver,
  concentrationOverOccupied,
  type DenominatorName,
  type PoissonGammaFit,
  poissonGammaFit,
  poissonNull,
  type Rarefied,
  rarefiedConcentration,
  type ShareInterval,
  shareIntervals,
  spatialBlocks,
} from '@oryn/core';
import { type PlaceSet, placeSets, valuesIn } from '../concentration/denominators.ts';
import type { CityPopulation } from './city-populations.ts';
import { type ComparedCity, countsOf } from './compared-city.ts';

/** Percentage of the incidents whose places are compared. */
export const HALF = 50;

/**
 * A row with fewer incidents per place than this does not lower the common number: at .1 even a strongly uneven risk
 * (Gini .73) shows only 1.3 points more than chance (methods, rule 5), so under it all rows would look alike.
 */
export const LEAST_PER_PLACE = 0.1;

/** A city in a year, or in its whole years together, for one offence group or all, over one set of places. */
export interface ComparedRow {
  /** Position among the cities. */
  city: number;
  /** Category label; undefined for all that are analysed. */
  offence: string | undefined;
  /** Undefined for the whole years together. */
  year: number | undefined;
  years: readonly number[];
  isWhole: boolean;
  /** NaN where the years are not whole: their rates would be extrapolated. */
  periodYears: number;
  /** First of its city: the one that is compared. */
  isFirst: boolean;
  over: Concentration;
  /** Of the share for half, by blocks of places; this and what follows only over the compared places. */
  interval: ShareInterval | undefined;
  /** The share for half by the fitted law, with its interval: another value than the observed. */
  byLaw: ShareInterval | undefined;
  fit: PoissonGammaFit | undefined;
  /** At the incidents per place that all compared rows share; undefined for a row below them or not whole. */
  rarefied: Rarefied | undefined;
  perKm2: number;
  perMaskKm2: number;
  per100000: number;
  population: CityPopulation | undefined;
}

export type RowsBy = 'both' | 'year' | 'category';

export interface RowOptions {
  by: RowsBy;
  draws: number;
  seed: number;
  onProgress?: (() => void) | undefined;
}

/** What every row of a table was thinned to. */
export interface CommonVolume {
  incidentsPerPlace: number;
  /** Share of places with half of the incidents by chance alone at this number; the same for every row. */
  expectedShare: number;
  /** The row that is thinned least. */
  city: number;
  offence: string | undefined;
  years: readonly number[];
}

interface Draft extends Omit<ComparedRow, 'interval' | 'byLaw' | 'fit' | 'rarefied'> {
  counts: Float64Array;
  set: PlaceSet;
}

/** All rows of all cities, and the incidents per place that they were thinned to. */
export function comparedRows(
  cities: readonly ComparedCity[],
  populations: readonly CityPopulation[],
  options: RowOptions,
): { rows: ComparedRow[]; common: CommonVolume | undefined } {
  const drafts = cities.flatMap((_, city) => draftsOf(cities, city, populations, options.by));
  const common = commonVolume(drafts);
  const rows = drafts.map((draft) => {
    options.onProgress?.();
    return completed(draft, cities[draft.city], common, options);
  });
  return { rows, common };
}

/** Whole years of a city; where it has none, the years there are. */
export function periodOf({ years }: Pick<ComparedCity, 'years'>): {
  years: number[];
  isWhole: boolean;
} {
  const whole = years.filter(({ isWhole }) => isWhole);
  const used = whole.length > 0 ? whole : years;
  return { years: used.map(({ year }) => year), isWhole: whole.length > 0 };
}

function draftsOf(
  cities: readonly ComparedCity[],
  position: number,
  populations: readonly CityPopulation[],
  by: RowsBy,
): Draft[] {
  const city = cities[position];
  const period = periodOf(city);
  const offences = [undefined, ...(by === 'year' ? [] : offencesToCompare(city))];
  const spans = [
    // Of incidents without any date there is one row, of all of them together.
    { year: undefined, years: period.years, isWhole: period.isWhole },
    ...(by === 'category' ? [] : city.years.map(({ year, isWhole }) => ({ year, years: [year], isWhole }))),
  ];
  return offences.flatMap((offence) =>
    spans.flatMap(({ year, years, isWhole }) => {
      const counts = countsOf(city, offence, years.length > 0 ? years : undefined);
      const { inMask, places } = city.bundle;
      return placeSets({ n: counts, inMask, extent: places.extent }).map((set, order) => {
        const values = valuesIn(counts, set);
        const over = isOccupied(set.denominator)
          ? concentrationOverOccupied(values)
          : concentrationOver(values, set.denominator);
        const population = populations.find((known) => known.city === position && known.year === year);
        const periodYears = isWhole ? years.length : Number.NaN;
        return {
          city: position,
          offence,
          year,
          years,
          isWhole,
          periodYears,
          isFirst: order === 0,
          over,
          counts: values,
          set,
          population,
          ...ratesOf(city, set.denominator, over.incidents / periodYears, population),
        };
      });
    }),
  );
}

/** One category alone is all there is, and is not said twice; a file that names none has none. */
export function offencesToCompare({ offences }: Pick<ComparedCity, 'offences'>): string[] {
  const labels = offences.map(({ label }) => label);
  return labels.length === 1 && labels[0] === '' ? [] : labels;
}

const isOccupied = (denominator: DenominatorName): boolean => denominator === 'any';

/** Incidents a year per km² and per 100,000 people; places that hold incidents are no ground to divide by. */
function ratesOf(
  { areaKm2, maskKm2 }: ComparedCity,
  denominator: DenominatorName,
  perYear: number,
  population: CityPopulation | undefined,
): Pick<ComparedRow, 'perKm2' | 'perMaskKm2' | 'per100000'> {
  return {
    perKm2: denominator === 'area' ? perYear / areaKm2 : Number.NaN,
    perMaskKm2: denominator === 'mask' ? perYear / maskKm2 : Number.NaN,
    per100000: denominator === 'area' && population ? (100_000 * perYear) / population.value : Number.NaN,
  };
}

/** The smallest number of incidents per place among the rows that can be compared and are not too thin. */
function commonVolume(drafts: readonly Draft[]): CommonVolume | undefined {
  let least: Draft | undefined;
  for (const draft of drafts) {
    if (!draft.isFirst || !draft.isWhole || draft.over.incidentsPerPlace < LEAST_PER_PLACE) continue;
    if (!least || draft.over.incidentsPerPlace < least.over.incidentsPerPlace) least = draft;
  }
  if (!least) return undefined;
  const { incidentsPerPlace } = least.over;
  return {
    incidentsPerPlace,
    expectedShare: poissonNull(incidentsPerPlace).shareOfPlaces(HALF / 100),
    city: least.city,
    offence: least.offence,
    years: least.years,
  };
}

function completed(
  { counts, set, ...row }: Draft,
  city: ComparedCity,
  common: CommonVolume | undefined,
  { draws, seed }: RowOptions,
): ComparedRow {
  const { incidents, incidentsPerPlace, places } = row.over;
  if (!row.isFirst || incidents === 0) {
    return { ...row, interval: undefined, byLaw: undefined, fit: undefined, rarefied: undefined };
  }
  const kept = common && Math.round(common.incidentsPerPlace * places);
  const raw = shareIntervals(counts, { percents: [HALF], draws, seed, blocks: blocksOf(city, set) }).filter(
    ({ estimand }) => estimand === 'raw-share-superpopulation',
  );
  const isThick = common !== undefined && incidentsPerPlace >= common.incidentsPerPlace;
  return {
    ...row,
    interval: raw.find(({ method }) => method === 'spatial-blocks'),
    byLaw: raw.find(({ method }) => method === 'poisson-gamma'),
    fit: poissonGammaFit(counts),
    // The same seed for every row: a city has the same row in whatever company it stands.
    rarefied:
      row.isWhole && isThick && kept !== undefined
        ? rarefiedConcentration(counts, { incidents: Math.min(kept, incidents), draws, seed })
        : undefined,
  };
}

/** Neighbouring places share their risk, so they are resampled together. */
function blocksOf({ bundle: { places, plane } }: ComparedCity, set: PlaceSet): Uint32Array {
  const x = new Float64Array(places.count);
  const y = new Float64Array(places.count);
  for (let place = 0; place < places.count; place++) {
    [x[place], y[place]] = plane.project(places.lon[place], places.lat[place]);
  }
  return spatialBlocks(valuesIn(x, set), valuesIn(y, set), {}).block;
}
