import { type Incidents, passes, type Tally, type TallyFilter } from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';

export interface LabelCount {
  label: string;
  n: number;
}

/** Hours of one shift: the window of the day that is looked for. */
const SHIFT_HOURS = 8;

/** Something about the data of a place that a reader must know before deciding. */
export type SheetFlag = 'few' | 'stacked' | 'hours-unknown' | 'one-year';

/** What happens in one problem place, when, and where in it exactly. */
export interface PlaceSheet {
  incidents: number;
  categories: LabelCount[];
  placeTypes: LabelCount[];
  placeTypeUnknown: number;
  /** Coordinates used most, most first; a coordinate is an address only as far as the register's geocoding is. */
  addresses: { lon: number; lat: number; n: number }[];
  distinctCoordinates: number;
  /** By hour, known hours only. */
  hours: number[];
  /** By weekday (0 Monday) and hour: 168 numbers; weekday and hour both known. */
  week: number[];
  hourUnknown: number;
  /** The eight hours in a row with most incidents; undefined where no hour is known. */
  shift: { from: number; hours: number; n: number } | undefined;
  /** Incidents here of layers kept apart from problem places, such as offences that police find themselves. */
  apart: LabelCount[];
  flags: SheetFlag[];
}

const SHOWN_ADDRESSES = 5;
/** From here on one coordinate speaks of the register as much as of the place. */
const SUSPECT_STACK = 0.2;
const SUSPECT_HOURS = 0.5;
const SUSPECT_YEAR = 0.8;
const FEW_INCIDENTS = 10;

/**
 * The sheets of some groups of places, in one pass over the incidents.
 *
 * @param points one entry per incident, see `pointTally`
 * @param filter what is asked for; of other categories those of layers kept apart are counted beside it
 * @param groups positions in the places table; no place in two groups
 */
export function placeSheets(
  incidents: Pick<Incidents, 'lon' | 'lat' | 'category' | 'placeType'>,
  points: Tally,
  filter: TallyFilter,
  groups: readonly (readonly number[])[],
): PlaceSheet[] {
  const { categories: analysed, ...rest } = filter;
  const isApart = incidents.category.labels.map((label) => apartLayerOf(label) !== undefined);
  const counts = groups.map(() => new SheetCounts(incidents));
  const countsOf = new Map<number, SheetCounts>();
  groups.forEach((members, group) => {
    for (const member of members) countsOf.set(member, counts[group]);
  });
  for (let i = 0; i < points.count; i++) {
    const here = countsOf.get(points.place[i]);
    if (!here || !passes(points, i, rest)) continue;
    const category = points.category[i];
    if (analysed === undefined || analysed[category] === 1) here.add(points, i);
    else if (isApart[category]) here.apart[category]++;
  }
  return counts.map((group) => group.sheet());
}

/** What is counted of one group. */
class SheetCounts {
  readonly apart: Float64Array;
  private readonly categories: Float64Array;
  private readonly placeTypes: Float64Array;
  private readonly hours = new Array<number>(24).fill(0);
  private readonly week = new Array<number>(7 * 24).fill(0);
  private readonly byYear = new Map<number, number>();
  private readonly stacks = new Map<string, { lon: number; lat: number; n: number }>();
  private readonly incidents: Pick<Incidents, 'lon' | 'lat' | 'category' | 'placeType'>;
  private count = 0;
  private hourUnknown = 0;

  constructor(incidents: Pick<Incidents, 'lon' | 'lat' | 'category' | 'placeType'>) {
    this.incidents = incidents;
    this.categories = new Float64Array(incidents.category.labels.length);
    this.apart = new Float64Array(incidents.category.labels.length);
    this.placeTypes = new Float64Array(incidents.placeType.labels.length);
  }

  add(points: Tally, i: number): void {
    this.count++;
    this.categories[points.category[i]]++;
    this.placeTypes[this.incidents.placeType.codes[i]]++;
    const [hour, weekday] = [points.hour[i], points.weekday[i]];
    if (hour < 0) this.hourUnknown++;
    else this.hours[hour]++;
    if (hour >= 0 && weekday >= 0) this.week[weekday * 24 + hour]++;
    const year = Math.floor(points.month[i] / 12);
    this.byYear.set(year, (this.byYear.get(year) ?? 0) + 1);
    const [lon, lat] = [this.incidents.lon[i], this.incidents.lat[i]];
    const stack = this.stacks.get(`${lon} ${lat}`);
    if (stack) stack.n++;
    else this.stacks.set(`${lon} ${lat}`, { lon, lat, n: 1 });
  }

  sheet(): PlaceSheet {
    const { category, placeType } = this.incidents;
    const addresses = [...this.stacks.values()].sort((a, b) => b.n - a.n || a.lon - b.lon || a.lat - b.lat);
    const types = ranked(placeType.labels, this.placeTypes);
    const sheet = {
      incidents: this.count,
      categories: ranked(category.labels, this.categories),
      placeTypes: types.filter(({ label }) => label !== ''),
      placeTypeUnknown: types.find(({ label }) => label === '')?.n ?? 0,
      addresses: addresses.slice(0, SHOWN_ADDRESSES),
      distinctCoordinates: addresses.length,
      hours: this.hours,
      week: this.week,
      hourUnknown: this.hourUnknown,
      shift: busiestShift(this.hours),
      apart: ranked(category.labels, this.apart),
    };
    return { ...sheet, flags: flagsOf(sheet, Math.max(0, ...this.byYear.values()), this.byYear.size) };
  }
}

/** The eight hours in a row with most of 24 counts: they may pass midnight; of equal ones the earliest start counts. */
export function busiestShift(hours: readonly number[]): PlaceSheet['shift'] {
  let best: PlaceSheet['shift'];
  for (let from = 0; from < 24; from++) {
    let n = 0;
    for (let hour = from; hour < from + SHIFT_HOURS; hour++) n += hours[hour % 24];
    if (n > (best?.n ?? 0)) best = { from, hours: SHIFT_HOURS, n };
  }
  return best;
}

/** Whether so many hours are not known that the clock of the others may mislead. */
export function areHoursSuspect(hourUnknown: number, incidents: number): boolean {
  return incidents > 0 && hourUnknown >= SUSPECT_HOURS * incidents;
}

function flagsOf(sheet: Omit<PlaceSheet, 'flags'>, mostInAYear: number, years: number): SheetFlag[] {
  const { incidents, addresses, hourUnknown } = sheet;
  const flags: SheetFlag[] = [];
  if (incidents < FEW_INCIDENTS) flags.push('few');
  if (incidents >= 2 && (addresses[0]?.n ?? 0) >= SUSPECT_STACK * incidents) flags.push('stacked');
  if (areHoursSuspect(hourUnknown, incidents)) flags.push('hours-unknown');
  if (years > 1 && mostInAYear >= SUSPECT_YEAR * incidents) flags.push('one-year');
  return flags;
}

function ranked(labels: readonly string[], counts: ArrayLike<number>): LabelCount[] {
  return labels
    .map((label, code) => ({ label, n: counts[code] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
}
