import { type Incidents, PLANAR_CRS } from '@oryn/core';
import { Dictionary } from './dictionary.ts';
import { Growable } from './growable.ts';
import { PlaceIds } from './place-ids.ts';

/** Columns a file may lack; such a column begins with the first file that has it. */
const OPTIONAL_TEXTS = ['article', 'gravity', 'iccs', 'source', 'district'] as const;
const OPTIONAL_NUMBERS = ['x', 'y', 'timeEnd', 'weight'] as const;
type OptionalText = (typeof OPTIONAL_TEXTS)[number];
type OptionalNumber = (typeof OPTIONAL_NUMBERS)[number];
const OPTIONAL_FLAGS = ['dayKnown', 'discontinued'] as const;
type OptionalFlag = (typeof OPTIONAL_FLAGS)[number];

/** One incident on its way into the table. */
export interface NewIncident
  extends Partial<Record<OptionalText, string>>,
    Partial<Record<OptionalNumber | OptionalFlag, number>> {
  lon: number;
  lat: number;
  time: number;
  hourKnown: boolean;
  category: string;
  placeType: string;
  place?: string;
  row: number;
}

const floats = (length: number): Float64Array => new Float64Array(length);
const bytes = (length: number): Uint8Array => new Uint8Array(length);

/** What an entry has that was there before the column was known. */
const ABSENT: Record<OptionalNumber | OptionalFlag, number> = {
  x: Number.NaN,
  y: Number.NaN,
  timeEnd: Number.NaN,
  dayKnown: 1,
  weight: 1,
  discontinued: 0,
};

/** Columns that grow incident by incident, file after file. */
export class IncidentsBuilder {
  readonly lon = new Growable(floats);
  readonly lat = new Growable(floats);
  readonly time = new Growable(floats);
  readonly hourKnown = new Growable(bytes);
  readonly row = new Growable((length) => new Uint32Array(length));
  readonly category = new Dictionary();
  readonly texts: Partial<Record<OptionalText, Dictionary>> = {};
  readonly numbers: Partial<Record<OptionalNumber, Growable<Float64Array>>> = {};
  readonly flags: Partial<Record<OptionalFlag, Growable<Uint8Array>>> = {};
  /** System of x and y; undefined where a file without it was read. */
  projected: string | undefined;
  private readonly placeType = new Dictionary();
  private places: PlaceIds | undefined;
  private fillers: ((incident: NewIncident) => void)[] = [];

  get count(): number {
    return this.lon.length;
  }

  /** Begin the columns that the next file has. */
  begin(columns: ReadonlySet<string>): void {
    for (const name of OPTIONAL_TEXTS) if (columns.has(name)) this.texts[name] ??= new Dictionary(this.count);
    for (const name of OPTIONAL_NUMBERS) {
      if (columns.has(name)) this.numbers[name] ??= new Growable(floats, this.count, ABSENT[name]);
    }
    for (const name of OPTIONAL_FLAGS) {
      if (columns.has(name)) this.flags[name] ??= new Growable(bytes, this.count, ABSENT[name]);
    }
    if (columns.has('place')) this.places ??= new PlaceIds(this.count);
    this.fillers = this.optionalFillers();
  }

  /** @throws OrynError category.too-many */
  add(incident: NewIncident): void {
    this.lon.push(incident.lon);
    this.lat.push(incident.lat);
    this.time.push(incident.time);
    this.hourKnown.push(incident.hourKnown ? 1 : 0);
    this.row.push(incident.row);
    this.category.add(incident.category);
    this.placeType.add(incident.placeType);
    this.places?.add(incident.place ?? '');
    for (const fill of this.fillers) fill(incident);
  }

  /** Only the columns there are, found once and not for every incident. */
  private optionalFillers(): ((incident: NewIncident) => void)[] {
    const { texts, numbers, flags } = this;
    return [
      ...OPTIONAL_TEXTS.flatMap((name) => {
        const column = texts[name];
        return column ? [(incident: NewIncident) => void column.add(incident[name] ?? '')] : [];
      }),
      ...OPTIONAL_NUMBERS.flatMap((name) => {
        const column = numbers[name];
        return column ? [(incident: NewIncident) => column.push(incident[name] ?? ABSENT[name])] : [];
      }),
      ...OPTIONAL_FLAGS.flatMap((name) => {
        const column = flags[name];
        return column ? [(incident: NewIncident) => column.push(incident[name] ?? ABSENT[name])] : [];
      }),
    ];
  }

  /** Of the entries from `start` on only those with `keep` 1 stay. */
  compact(start: number, keep: Uint8Array): void {
    const dictionaries = [this.category, this.placeType, ...Object.values(this.texts)];
    const columns = [
      ...[this.lon, this.lat, this.time, this.hourKnown, this.row],
      ...Object.values(this.numbers),
      ...Object.values(this.flags),
      ...dictionaries.map((dictionary) => dictionary.codes),
      ...(this.places ? [this.places.codes] : []),
    ];
    for (const column of columns) column.compact(start, keep);
  }

  finish(): Incidents {
    const { x, y, timeEnd, weight } = this.numbers;
    const { dayKnown, discontinued } = this.flags;
    const { article, gravity, iccs, source, district } = this.texts;
    const { projected } = this;
    // Files of different systems have only degrees in common.
    const usesPlane = projected !== undefined && x && y && (projected === PLANAR_CRS || isComplete(x));
    return {
      count: this.count,
      lon: this.lon.finish(),
      lat: this.lat.finish(),
      ...(usesPlane && { projected: { crs: projected, x: x.finish(), y: y.finish() } }),
      time: this.time.finish(),
      ...(timeEnd && { timeEnd: timeEnd.finish() }),
      hourKnown: this.hourKnown.finish(),
      ...(dayKnown && { dayKnown: dayKnown.finish() }),
      category: this.category.column(),
      placeType: this.placeType.column(),
      ...(article && { article: article.column() }),
      ...(gravity && { gravity: gravity.column() }),
      ...(iccs && { iccs: iccs.column() }),
      ...(source && { source: source.column() }),
      ...(district && { district: district.column() }),
      ...(this.places && { place: this.places.column() }),
      ...(discontinued && { discontinued: discontinued.finish() }),
      ...(weight && { weight: weight.finish() }),
      row: this.row.finish(),
    };
  }
}

function isComplete(column: Growable<Float64Array>): boolean {
  return column.view().every((value) => !Number.isNaN(value));
}
