/** Codes of a column and what they stand for: `labels[codes[i]]`; code 0 is always "not known" (label ''). */
export interface CodedColumn {
  codes: Uint16Array;
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
  /** 1 where the hour is known; 0 for a date alone. */
  readonly hourKnown: Uint8Array;
  readonly category: CodedColumn;
  readonly placeType: CodedColumn;
  readonly weight?: Float64Array;
  /** Number of the row in its file, the header being row 1; for messages only, never written out. */
  readonly row: Uint32Array;
}

/** The incidents for which `keep` is 1, in the same order; dictionaries are shared. */
export function selectIncidents(incidents: Incidents, keep: Uint8Array): Incidents {
  const kept: number[] = [];
  for (let i = 0; i < incidents.count; i++) if (keep[i]) kept.push(i);
  const floats = (column: Float64Array): Float64Array => Float64Array.from(kept, (i) => column[i]);
  const coded = (column: CodedColumn): CodedColumn => ({
    codes: Uint16Array.from(kept, (i) => column.codes[i]),
    labels: column.labels,
  });
  const { projected, weight } = incidents;
  return {
    count: kept.length,
    lon: floats(incidents.lon),
    lat: floats(incidents.lat),
    ...(projected && { projected: { crs: projected.crs, x: floats(projected.x), y: floats(projected.y) } }),
    time: floats(incidents.time),
    hourKnown: Uint8Array.from(kept, (i) => incidents.hourKnown[i]),
    category: coded(incidents.category),
    placeType: coded(incidents.placeType),
    ...(weight && { weight: floats(weight) }),
    row: Uint32Array.from(kept, (i) => incidents.row[i]),
  };
}
