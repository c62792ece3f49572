import {
  type Incidents,
  type MetricPlane,
  metersPerUnit,
  planeOfCrs,
  type StudyArea,
  utmCrs,
} from '@oryn/core';

/** Coordinates of incidents in every form the checks need. */
export interface MetricIncidents {
  /** To compare exactly and to show: degrees, or what a file has on a plane of its own. */
  lon: Float64Array;
  lat: Float64Array;
  /** Metres on `plane`. */
  x: Float64Array;
  y: Float64Array;
  plane: MetricPlane;
  /** As the file gave them, in its own unit. */
  givenX: Float64Array;
  givenY: Float64Array;
  unit: 'degree' | 'metre';
  /** Metres of one given unit; a degree is taken along the meridian. */
  metersPerGiven: number;
}

const METERS_PER_DEGREE = 111_195;

/** Incidents on the plane of the area, else on their own, else on the UTM zone of the median incident. */
export function inMeters(incidents: Incidents, area: StudyArea | undefined): MetricIncidents {
  const { projected } = incidents;
  const isPlanar = projected !== undefined && incidents.count > 0 && Number.isNaN(incidents.lon[0]);
  const lon = isPlanar ? projected.x : incidents.lon;
  const lat = isPlanar ? projected.y : incidents.lat;
  const own = projected && planeOfCrs(projected.crs);
  const plane = (isPlanar ? own : area?.plane) ?? own ?? utmOf(incidents);
  const x = new Float64Array(incidents.count);
  const y = new Float64Array(incidents.count);
  const isOwn = projected !== undefined && plane.crs === projected.crs;
  for (let i = 0; i < incidents.count; i++) {
    [x[i], y[i]] = isOwn ? [projected.x[i], projected.y[i]] : plane.project(lon[i], lat[i]);
  }
  const perUnit = projected ? metersPerUnit(projected.crs) : 1;
  // Metres made of feet and back carry binary noise; six decimals are finer than any file.
  const given = (values: Float64Array): Float64Array =>
    perUnit === 1 ? values : values.map((value) => Math.round((value / perUnit) * 1e6) / 1e6);
  return {
    lon,
    lat,
    x,
    y,
    plane,
    givenX: projected ? given(projected.x) : lon,
    givenY: projected ? given(projected.y) : lat,
    unit: projected ? 'metre' : 'degree',
    metersPerGiven: projected ? perUnit : METERS_PER_DEGREE,
  };
}

function utmOf({ lon, lat, count }: Incidents): MetricPlane {
  if (count === 0) return planeOfCrs(utmCrs(0, 0));
  const median = (values: Float64Array): number => Float64Array.from(values).sort()[count >> 1];
  return planeOfCrs(utmCrs(median(lon), median(lat)));
}
