import { OrynError, sumByPlace, type TallyFilter } from '@oryn/core';
import { findCity } from '@oryn/datasets';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { type UnitFacts, unitFacts } from '../concentration/unit-facts.ts';
import { type CoveredYear, coveredYears } from '../evaluate/covered-years.ts';
import { analysedCategories } from '../evaluate/evaluate.ts';
import type { Names } from '../naming/names.ts';

/** A bundle as it comes to a comparison. */
export interface CityBundle {
  /** Name of its folder. */
  folder: string;
  bundle: OpenBundle;
}

/** One city of a comparison: what is counted in it and what is known about it. */
export interface ComparedCity {
  name: Names;
  /** Id in the catalogue of Kazakhstan's cities; undefined for a city elsewhere. */
  catalogueId: string | undefined;
  folder: string;
  bundle: OpenBundle;
  unit: UnitFacts;
  /** 1 for every category that takes part. */
  analysed: Uint8Array;
  /** Categories that hold an incident of the period, the most frequent first; '' where the file names none. */
  offences: { label: string; incidents: number }[];
  years: CoveredYear[];
  /** Incidents without a date: in no row by year. */
  undated: number;
  /** km² of the boundary. */
  areaKm2: number;
  /** km² of the places where an incident is possible; NaN without a mask. */
  maskKm2: number;
}

/** Months of the period asked for; open where it is not given. */
export type MonthSpan = Pick<TallyFilter, 'fromMonth' | 'toMonth'>;

/**
 * What a bundle brings into a comparison.
 *
 * @throws OrynError compare.no-incidents where no incident of it lies in the period
 */
export function comparedCity({ folder, bundle }: CityBundle, span: MonthSpan): ComparedCity {
  const { manifest, tally, places, inMask, incidents } = bundle;
  const analysed = analysedCategories(incidents, manifest.study.category);
  const filter = { ...span, categories: analysed };
  const years = coveredYears(tally, filter, manifest.study);
  const byLabel = incidents.category.labels.map((label) => ({ label, incidents: 0 }));
  let undated = 0;
  for (let entry = 0; entry < tally.count; entry++) {
    const month = tally.month[entry];
    const isInside = month >= (span.fromMonth ?? -1) && month <= (span.toMonth ?? Number.POSITIVE_INFINITY);
    if (analysed[tally.category[entry]] !== 1) continue;
    if (month < 0) undated += tally.n[entry];
    if (isInside) byLabel[tally.category[entry]].incidents += tally.n[entry];
  }
  const catalogueId = catalogueIdOf(bundle);
  const name = nameOf(bundle, folder, catalogueId);
  const offences = byLabel
    .filter(({ incidents }) => incidents > 0)
    .sort((a, b) => b.incidents - a.incidents || (a.label < b.label ? -1 : 1));
  if (offences.length === 0) throw new OrynError('compare.no-incidents', { name: name.en });
  return {
    name,
    catalogueId,
    folder,
    bundle,
    unit: unitFacts(places),
    analysed,
    offences,
    years,
    undated,
    areaKm2: manifest.areaKm2 ?? Number.NaN,
    maskKm2: inMask
      ? places.areaKm2.reduce((sum, area, place) => (inMask[place] === 1 ? sum + area : sum), 0)
      : Number.NaN,
  };
}

/**
 * Incidents per place of some years and of one category or all; all years and those without a date where `years` is
 * undefined.
 */
export function countsOf(
  { bundle, analysed }: Pick<ComparedCity, 'bundle' | 'analysed'>,
  offence: string | undefined,
  years: readonly number[] | undefined,
): Uint32Array {
  const { tally, places, incidents } = bundle;
  const categories =
    offence === undefined
      ? analysed
      : Uint8Array.from(incidents.category.labels, (label, i) => (label === offence ? analysed[i] : 0));
  if (years === undefined) return sumByPlace(tally, places.count, { categories });
  const counts = new Uint32Array(places.count);
  for (const year of years) {
    const ofYear = sumByPlace(tally, places.count, {
      categories,
      fromMonth: year * 12,
      toMonth: year * 12 + 11,
    });
    for (let place = 0; place < counts.length; place++) counts[place] += ofYear[place];
  }
  return counts;
}

/** The title of the study, else the city it names, else the folder; a city of the catalogue has a name in each language. */
function nameOf({ manifest }: OpenBundle, folder: string, catalogueId: string | undefined): Names {
  const { title, city } = manifest.study;
  if (typeof title === 'string') {
    const known = findCity(title);
    if (known && known.id === catalogueId) return { ...known.name };
    return { kk: title, ru: title, en: title };
  }
  if (title) return title;
  const found = city === undefined ? undefined : findCity(city);
  if (found) return { ...found.name };
  const name = city ?? folder;
  return { kk: name, ru: name, en: name };
}

const KM_PER_DEGREE = 111.2;
/** Further from the centre of a city of the catalogue lies another place of the same name. */
const SAME_CITY_KM = 60;

/** The city of the catalogue that the study names by its key `city` or its title, where it lies there. */
function catalogueIdOf({ manifest, places }: OpenBundle): string | undefined {
  const { title, city } = manifest.study;
  const given = city ?? (typeof title === 'string' ? title : title?.en);
  const found = given === undefined ? undefined : findCity(given);
  if (!found || places.count === 0) return undefined;
  const [lon, lat] = found.centre;
  const middle = places.count >> 1;
  const east = (places.lon[middle] - lon) * Math.cos((lat * Math.PI) / 180);
  return KM_PER_DEGREE * Math.hypot(east, places.lat[middle] - lat) <= SAME_CITY_KM ? found.id : undefined;
}
