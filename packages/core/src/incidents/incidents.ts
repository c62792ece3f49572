/** Codes of a column and what they stand for: `labels[codes[i]]`; code 0 is always "not known" (label ''). */
export interface CodedColumn {
  codes: Uint16Array;
  labels: string[];
}

/** Ids of places: like `CodedColumn`, for more texts than 16 bits can number. */
export interface PlaceColumn {
  codes: Uint32Array;
  labels: string[];
}

/** Coordinates on a plane as the file gave them, in metres. */
export interface ProjectedColumns {
  crs: string;
  x: Float64Array;
  y: Float64Array;
}

/** The columnar table of incidents: one entry per kept row, in the order of the file. */
export interface Incidents {
  readonly count: number;
  /** Degrees, WGS 84; NaN throughout where the input was `planar`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly projected?: ProjectedColumns;
  /** Seconds on the local wall clock since 1970-01-01; NaN where no date is known. */
  readonly time: Float64Array;
  /** End of the span in which it happened, like `time`; NaN where only one moment is known. */
  readonly timeEnd?: Float64Array;
  /** 1 where the hour is known; 0 for a date alone or a placeholder of the register. */
  readonly hourKnown: Uint8Array;
  /** 0 where only the month is known, its first day standing for it; absent where every day is known. */
  readonly dayKnown?: Uint8Array;
  readonly category: CodedColumn;
  readonly placeType: CodedColumn;
  /** Article and part as `188/3`, `192-1`; of the Criminal Code of Kazakhstan. */
  readonly article?: CodedColumn;
  /** Gravity as in `datasets`: `0` misdemeanour, `1` to `4`. */
  readonly gravity?: CodedColumn;
  /** Section of the International Classification of Crime for Statistical Purposes. */
  readonly iccs?: CodedColumn;
  /** Where the record comes from: registered, 102 call, administrative, or as the file says. */
  readonly source?: CodedColumn;
  /** District, region or beat as the file names it. */
  readonly district?: CodedColumn;
  /** Id of the place of analysis as the file has it, '' where it is empty; present only where a person named the column. */
  readonly place?: PlaceColumn;
  /** 1 where the record was struck off the register. */
  readonly discontinued?: Uint8Array;
  readonly weight?: Float64Array;
  /** Number of the row in its file, as a person finds it; for messages only, never written out. */
  readonly row: Uint32Array;
}

type Column = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** The incidents for which `keep` is 1, in the same order; dictionaries are shared. */
export function selectIncidents(incidents: Incidents, keep: Uint8Array): Incidents {
  let count = 0;
  for (let i = 0; i < incidents.count; i++) if (keep[i]) count++;
  const kept = <T extends Column>(column: T, to: T): T => {
    for (let i = 0, next = 0; i < column.length; i++) if (keep[i]) to[next++] = column[i];
    return to;
  };
  const floats = (column: Float64Array): Float64Array => kept(column, new Float64Array(count));
  const bytes = (column: Uint8Array): Uint8Array => kept(column, new Uint8Array(count));
  const coded = ({ codes, labels }: CodedColumn): CodedColumn => ({
    codes: kept(codes, new Uint16Array(count)),
    labels,
  });
  const {
    projected,
    timeEnd,
    dayKnown,
    article,
    gravity,
    iccs,
    source,
    district,
    place,
    discontinued,
    weight,
  } = incidents;
  return {
    count,
    lon: floats(incidents.lon),
    lat: floats(incidents.lat),
    ...(projected && { projected: { crs: projected.crs, x: floats(projected.x), y: floats(projected.y) } }),
    time: floats(incidents.time),
    ...(timeEnd && { timeEnd: floats(timeEnd) }),
    hourKnown: bytes(incidents.hourKnown),
    ...(dayKnown && { dayKnown: bytes(dayKnown) }),
    category: coded(incidents.category),
    placeType: coded(incidents.placeType),
    ...(article && { article: coded(article) }),
    ...(gravity && { gravity: coded(gravity) }),
    ...(iccs && { iccs: coded(iccs) }),
    ...(source && { source: coded(source) }),
    ...(district && { district: coded(district) }),
    ...(place && { place: { codes: kept(place.codes, new Uint32Array(count)), labels: place.labels } }),
    ...(discontinued && { discontinued: bytes(discontinued) }),
    ...(weight && { weight: floats(weight) }),
    row: kept(incidents.row, new Uint32Array(count)),
  };
}
