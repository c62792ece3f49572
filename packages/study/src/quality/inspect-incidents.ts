import {
  coordinateDecimals,
  type Duplicates,
  distanceToRings,
  exactDuplicates,
  hitRates,
  hoursOfData,
  type Incidents,
  monthsOfData,
  nearDuplicates,
  outsideByDistance,
  type StudyArea,
  timeResolution,
} from '@oryn/core';
import type { ReadResult } from '@oryn/ingest';
import type { Feature } from 'geojson';
import { accountOfRead } from './account-of-read.ts';
import { compareHotSpots } from './compare-hot-spots.ts';
import { inMeters } from './in-meters.ts';
import { judgedStacks } from './judged-stacks.ts';
import type { DuplicateReport, QualityReport } from './quality-report.ts';
import { snappingOf } from './snapping.ts';
import { ownCategories } from './understood.ts';
import { verdictOf } from './verdict.ts';

export interface InspectOptions {
  area?: StudyArea | undefined;
  /** Points where records may have been put for want of an address; `recordPlaces` tells which of them count. */
  facilities?: readonly Feature[] | undefined;
  /** Polygons whose centres a geocoder may have used. */
  districts?: readonly Feature[] | undefined;
  /** H3 resolution of the comparison of hot spots. */
  resolution?: number | undefined;
}

/** So many rows at shared coordinates, and so many rows per coordinate, are those of anchor points. */
const ANCHORED_SHARE = 0.8;
const ANCHORED_ROWS_PER_POINT = 3;

/**
 * What is known of the quality of the rows read, and what the hot spots are without the suspect ones.
 * Suspect are exact repeats and rows at coordinates judged a station, a centre or a default place. Nothing is
 * dropped, nothing throws: what cannot be found is null or says why.
 */
export function inspectIncidents(
  read: Pick<ReadResult, 'incidents' | 'accounts' | 'subject' | 'simulated'> &
    Partial<Pick<QualityReport, 'readings' | 'choices'>>,
  options: InspectOptions = {},
): QualityReport {
  const { incidents, accounts } = read;
  const { area, resolution = 9 } = options;
  const rows = accountOfRead(accounts);
  const metric = inMeters(incidents, area);
  const { top, points, distinct, sharedRows, officialPlaceTypes, facilities, isSuspect } = judgedStacks(
    incidents,
    metric,
    options,
  );
  const resolutionOfTime = timeResolution(incidents.time);
  const events = {
    ...metric,
    time: incidents.time,
    hourKnown: incidents.hourKnown,
    category: incidents.category.codes,
  };
  const exact = resolutionOfTime === 'month' ? undefined : exactDuplicates(events);
  const near = exact && nearDuplicates(events);
  const suspect = Uint8Array.from(isSuspect, (flag, i) => flag | (exact?.isRepeat[i] ?? 0));
  const months = monthsOfData(incidents.time);
  const located = accounts.flatMap((account) => account.located);
  const share = (n: number): number => (incidents.count > 0 ? n / incidents.count : 0);
  const isSuspectStack = (judgement: string): boolean => judgement !== 'ordinary' && judgement !== 'facility';

  const report: Omit<QualityReport, 'verdict'> = {
    subject: read.subject,
    simulated: read.simulated,
    readings: read.readings ?? [],
    choices: read.choices ?? [],
    categories: ownCategories(incidents.category),
    rows,
    hitRates: located.length > 0 ? hitRates(located) : null,
    coordinates: {
      distinct,
      recordsPerPoint: distinct > 0 ? incidents.count / distinct : 0,
      sharedShare: share(sharedRows),
      anchored: share(sharedRows) >= ANCHORED_SHARE && incidents.count >= ANCHORED_ROWS_PER_POINT * distinct,
      unit: metric.unit,
      decimals: coordinateDecimals(
        Float64Array.from(points.first, (row) => metric.givenX[row]),
        Float64Array.from(points.first, (row) => metric.givenY[row]),
      ),
      grid: snappingOf(metric, points.first),
      top,
      officialPlaceTypes,
      facilities,
      suspectRows: isSuspect.reduce((sum, flag) => sum + flag, 0),
      suspectStacks: top.filter(({ judgement }) => isSuspectStack(judgement)).length,
    },
    duplicates: exact && near ? { exact: listed(exact, incidents), near: listed(near, incidents) } : null,
    outside: area ? outsideOf(incidents, area) : null,
    time: {
      resolution: resolutionOfTime,
      months: months.months,
      before: strays(months.before, incidents),
      after: strays(months.after, incidents),
      hours: hoursOfData(incidents.time, incidents.hourKnown),
    },
    struckOff: struckOffOf(incidents, rows),
    hotSpots: compareHotSpots(incidents, suspect, { area, resolution }),
  };
  return { ...report, verdict: verdictOf(report) };
}

function listed(found: Duplicates, { row, count }: Incidents): DuplicateReport {
  const { groups, rows, rowsWithoutHour, largest } = found;
  return {
    groups,
    rows,
    share: count > 0 ? rows / count : 0,
    rowsWithoutHour,
    largest: largest.map(({ first, n }) => ({ row: row[first], n })),
  };
}

function strays({ n, first }: { n: number; first: number | null }, { row }: Incidents) {
  return { n, firstRow: first === null ? null : row[first] };
}

/** Distances are asked once per coordinate: stacks of failed geocodes are common. */
function outsideOf(incidents: Incidents, area: StudyArea): QualityReport['outside'] {
  const rings = area.polygons.flat().map((ring) => ring.map(([lon, lat]) => area.plane.project(lon, lat)));
  const distanceTo = distanceToRings(rings);
  const known = new Map<string, number>();
  const distances = new Float64Array(incidents.count).fill(Number.NaN);
  let n = 0;
  for (let i = 0; i < incidents.count; i++) {
    const [lon, lat] = [incidents.lon[i], incidents.lat[i]];
    if (area.contains(lon, lat)) continue;
    n++;
    const key = `${lon} ${lat}`;
    let distance = known.get(key);
    if (distance === undefined) {
      const [x, y] = area.plane.project(lon, lat);
      // A point on the other side of the earth has no place on the plane of a city.
      distance = Number.isFinite(x) && Number.isFinite(y) ? distanceTo(x, y) : Number.POSITIVE_INFINITY;
      known.set(key, distance);
    }
    distances[i] = distance;
  }
  return {
    n,
    share: incidents.count > 0 ? n / incidents.count : 0,
    bands: outsideByDistance(distances, incidents.row),
  };
}

/** Struck off: kept rows that say so and those the reader left out for it, among all that could have been kept. */
function struckOffOf(incidents: Incidents, account: QualityReport['rows']): QualityReport['struckOff'] {
  const { discontinued, district } = incidents;
  const kept = discontinued?.reduce((sum, flag) => sum + flag, 0) ?? 0;
  const dropped = account.dropped['struck-off'] ?? 0;
  if (kept + dropped === 0) return null;
  const of = new Map<string, { rows: number; of: number }>();
  if (discontinued && district) {
    discontinued.forEach((flag, i) => {
      const name = district.labels[district.codes[i]];
      const sum = of.get(name) ?? { rows: 0, of: 0 };
      of.set(name, { rows: sum.rows + flag, of: sum.of + 1 });
    });
  }
  return {
    rows: kept + dropped,
    share: (kept + dropped) / (account.kept + dropped),
    districts: [...of]
      .map(([name, sum]) => ({ district: name, ...sum }))
      .sort((a, b) => b.rows - a.rows || (a.district < b.district ? -1 : 1)),
  };
}
