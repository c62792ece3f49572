import {
  type Incidents,
  type MetricPlane,
  type Places,
  sumByPlace,
  type Tally,
  type TallyFilter,
} from '@oryn/core';
import type { CountsTable } from '@oryn/ingest';
import type { Feature } from 'geojson';
import type { Study } from '../definition/schema.ts';
import { coveredYears } from '../evaluate/covered-years.ts';
import type { PlaceCounts } from '../evaluate/evaluate.ts';
import type { Exposure } from '../evaluate/exposure.ts';
import { wholeYears } from '../evaluate/whole-years.ts';
import { type Parents, parentsOf } from './parents.ts';
import { missingYears, type YearOfPeriod } from './period-text.ts';
import { type UnitFacts, unitFacts, unitWithoutSize } from './unit-facts.ts';

/** Incidents of one year in each place. */
interface YearCounts {
  year: number;
  /** False for a year that the period or the data cut short: it is shown and never compared. */
  isWhole: boolean;
  n: ArrayLike<number>;
}

/** What incidents would fall in proportion to. */
export type PlaceExposure = Pick<Exposure, 'kind' | 'column'> & { values: ArrayLike<number> };

/** All that a report of concentration is made from: counts of a study, of a bundle read back, or of a table. */
export interface CountedPlaces {
  /** As the study names it, else its title; '' where it has neither. */
  city: NonNullable<Study['title']>;
  unit: UnitFacts;
  /** The widest set of places known. */
  extent: Places['extent'] | 'table';
  subject: PlaceCounts['subject'];
  simulated: boolean;
  seed: number;
  /** Length of the data in years, those between without any incident left out; NaN where nobody says. */
  periodYears: number;
  /** The years counted; none where nothing is dated. */
  period: readonly YearOfPeriod[];
  /** Labels of the offences counted; empty: all that the files have. */
  offences: string[];
  /** Incidents of each place, those of layers kept apart not among them. */
  n: ArrayLike<number>;
  inMask: Uint8Array | undefined;
  maskKind: PlaceCounts['maskKind'];
  /** Who or what could be a victim in each place. */
  exposure: PlaceExposure | undefined;
  /** The middle of each place in metres. */
  positions: { x: Float64Array; y: Float64Array } | undefined;
  parents: Parents | undefined;
  years: YearCounts[];
  /** Each offence counted, by its label; empty where there is but one. */
  categories: { category: string; n: ArrayLike<number> }[];
}

/** The places of a study. */
export function countedPlaces(counts: PlaceCounts): CountedPlaces {
  return counted(counts, { categories: counts.analysed });
}

/** A table of counts: its rows are all the places there are. */
export function countedInTable(table: CountsTable, seed: number, title = ''): CountedPlaces {
  const { years, exposure, n } = table;
  return {
    city: title,
    unit: unitWithoutSize('table'),
    extent: 'table',
    subject: 'incidents',
    simulated: false,
    seed,
    periodYears: years.length > 0 ? years.length : Number.NaN,
    period: years.map(({ year }) => ({ year, isWhole: true, monthSpan: undefined })),
    offences: [],
    n,
    inMask: undefined,
    maskKind: undefined,
    exposure: exposure && { kind: 'people', column: 'exposure', values: exposure },
    positions: undefined,
    parents: table.parents && { kind: 'table', of: table.parents.of },
    years: years.map(({ year, n }) => ({ year, isWhole: true, n })),
    categories: [],
  };
}

/** What is counted from: the fields of a study that a bundle has too. */
export interface CountedFrom {
  study: Study;
  subject: PlaceCounts['subject'];
  simulated: boolean;
  plane: MetricPlane;
  context: readonly Feature[];
  places: Places;
  inMask: Uint8Array | undefined;
  maskKind: PlaceCounts['maskKind'];
  exposure: PlaceExposure | undefined;
  tally: Tally;
  incidents: Incidents;
}

/**
 * The places with what a filter lets through.
 *
 * @param filter with the categories that take part in the place analysis
 */
export function counted(found: CountedFrom, filter: TallyFilter & { categories: Uint8Array }): CountedPlaces {
  const { study, places, plane, tally, incidents } = found;
  const unit = unitFacts(places);
  const { length } = wholeYears(tally, places.count, filter, study);
  const labels = incidents.category.labels.filter((_, code) => filter.categories[code] === 1);
  const ofCategory = (label: string): Uint32Array => {
    const categories = Uint8Array.from(incidents.category.labels, (own) => (own === label ? 1 : 0));
    return sumByPlace(tally, places.count, { ...filter, categories });
  };
  const categories = labels
    .map((category) => ({ category, n: ofCategory(category) }))
    .filter(({ n }) => n.some((count) => count > 0));
  const years = coveredYears(tally, filter, study);
  return {
    city: study.city ?? study.title ?? '',
    unit,
    extent: places.extent,
    subject: found.subject,
    simulated: found.simulated,
    seed: study.seed,
    periodYears: years.length > 0 ? length - missingYears(years.map(({ year }) => year)).length : Number.NaN,
    period: years,
    offences: offencesOf(study.category, categories),
    n: sumByPlace(tally, places.count, filter),
    inMask: found.inMask,
    maskKind: found.maskKind,
    exposure: found.exposure,
    positions: positionsOf(places, plane),
    parents: parentsOf(places, unit, plane, found.context),
    years: years.map(({ year, isWhole }) => ({
      year,
      isWhole,
      n: sumByPlace(tally, places.count, { ...filter, ...monthsWithin(year, filter) }),
    })),
    categories: categories.length > 1 ? categories : [],
  };
}

const monthsWithin = (year: number, { fromMonth = 0, toMonth = Infinity }: TallyFilter) => ({
  fromMonth: Math.max(fromMonth, year * 12),
  toMonth: Math.min(toMonth, year * 12 + 11),
});

/** A file of one kind of offence is not all crime, though nobody asked for that kind alone. */
function offencesOf(asked: readonly string[] | undefined, found: readonly { category: string }[]): string[] {
  if (asked) return [...asked];
  return found.length === 1 && found[0].category !== '' ? [found[0].category] : [];
}

function positionsOf({ lon, lat, count }: Places, plane: MetricPlane): { x: Float64Array; y: Float64Array } {
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; i++) [x[i], y[i]] = plane.project(lon[i], lat[i]);
  return { x, y };
}
