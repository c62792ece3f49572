import {
  boxWindow,
  type Incidents,
  type MetricPlane,
  OrynError,
  type PlanarPoints,
  type PlanarWindow,
  planarWindow,
  type StudyArea,
  selectIncidents,
} from '@oryn/core';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf, nothingInside } from './account.ts';
import { type Choice, planeChoice } from './choice.ts';
import { analysedCategories } from './evaluate.ts';
import { type ReadingOptions, readStudy, type Sources, type StudyData } from './read.ts';
import { planeOf } from './smoothing.ts';

/** The window of a pattern: the boundary, or the upright box around the incidents where that was asked for. */
export type WindowKind = 'area' | 'box';

/** What the incidents are held against: another category of the same files, or all incidents of another file. */
type Against = { readonly category: string } | { readonly file: string };

/** Incidents in metres inside a window; each counts once, weights are not used. */
export interface PatternData {
  readonly points: PlanarPoints;
  /** The second pattern, where one was asked for. */
  readonly against: PlanarPoints | undefined;
  readonly window: PlanarWindow;
  readonly windowKind: WindowKind;
  readonly plane: MetricPlane;
  readonly account: Account;
  readonly choices: Choice[];
  readonly simulated: boolean;
}

export interface PatternRequest extends Pick<ReadingOptions, 'onProgress'> {
  readonly windowKind: WindowKind;
  readonly against?: Against | undefined;
}

/**
 * Read the incidents of a study as a point pattern. What lies outside the window is left out and counted. The edges
 * of the window are straight on the plane between the projected corners of the boundary, and a point is inside by that
 * plane too: along an edge of 5 km this may differ from the degrees by half a metre.
 *
 * Without categories asked for, the first pattern is all incidents but those of the category it is held against.
 *
 * @throws OrynError of readStudy; option.missing without a boundary; coordinates.all-outside, pattern.nothing-against
 */
export async function patternData(
  study: Study,
  sources: Sources,
  { windowKind, against, onProgress }: PatternRequest,
): Promise<PatternData> {
  if (windowKind === 'area' && study.boundary === undefined)
    throw new OrynError('option.missing', { option: '--boundary (--window box)' });
  const second = against && 'category' in against ? against.category : undefined;
  const category = study.category && second !== undefined ? [...study.category, second] : study.category;
  const data = await readStudy({ ...study, category }, sources, { use: 'plane', onProgress });
  const analysed = analysedCategories(data.incidents, category);
  if (second !== undefined) withCategory(analysed, data.incidents, second, study.category);
  const plane = planeOf(data, data.incidents);
  const area = windowKind === 'area' ? areaOnPlane(data.area, plane) : undefined;
  const inside = insideOf(data.incidents, plane, area ?? areaOnPlane(data.area, plane));
  if (inside.incidents.count === 0) throw nothingInside(data);
  const isSecond = (i: number): boolean => labelOf(inside.incidents, i) === second;
  const counts = (i: number): boolean => analysed[inside.incidents.category.codes[i]] === 1;
  const points = pick(inside, (i) => counts(i) && !(second !== undefined && isSecond(i)));
  const other =
    against && 'file' in against ? await otherFile(study, sources, against.file, plane) : undefined;
  const ofOther = other && insideOf(other.incidents, plane, area);
  const othersAnalysed = ofOther && analysedCategories(ofOther.incidents);
  const heldAgainst = ofOther
    ? pick(ofOther, (i) => othersAnalysed![ofOther.incidents.category.codes[i]] === 1)
    : second !== undefined
      ? pick(inside, (i) => counts(i) && isSecond(i))
      : undefined;
  if (against && heldAgainst?.x.length === 0)
    throw new OrynError('pattern.nothing-against', {
      given: 'file' in against ? against.file : against.category,
    });
  return {
    points,
    against: heldAgainst,
    window: area ?? boxAround([points, ...(heldAgainst ? [heldAgainst] : [])]),
    windowKind,
    plane,
    account: accountOf({ ...data, study: { ...study, category } }, inside.incidents),
    choices: [...data.choices, planeChoice(data, plane), windowChoice(windowKind)],
    simulated: data.simulated,
  };
}

/** Coordinates of incidents on the plane, and the incidents themselves. */
interface Placed {
  readonly incidents: Incidents;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function labelOf({ category: { labels, codes } }: Incidents, i: number): string {
  return labels[codes[i]];
}

/** Where no category was asked for, the second one is analysed even if it is usually kept apart. */
function withCategory(
  analysed: Uint8Array,
  { category: { labels } }: Incidents,
  second: string,
  asked: readonly string[] | undefined,
): void {
  const code = labels.indexOf(second);
  if (code < 0) {
    const known = labels.filter((label) => label !== '').slice(0, 40);
    throw new OrynError('category.unknown', { given: second, known: known.join(', ') });
  }
  if (asked?.includes(second)) {
    throw new OrynError('option.invalid', {
      option: '--against',
      given: second,
      expected: `≠ --category ${asked.join(', ')}`,
    });
  }
  analysed[code] = 1;
}

function otherFile(study: Study, sources: Sources, file: string, plane: MetricPlane): Promise<StudyData> {
  const crs = study.crs ?? (plane.crs === 'planar' ? plane.crs : undefined);
  return readStudy({ ...study, crs, files: [file], category: undefined }, sources, { use: 'plane' });
}

function areaOnPlane(area: StudyArea | undefined, plane: MetricPlane): PlanarWindow | undefined {
  if (!area) return undefined;
  return planarWindow(
    area.polygons.map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => plane.project(lon, lat)))),
  );
}

function insideOf(incidents: Incidents, plane: MetricPlane, area: PlanarWindow | undefined): Placed {
  const all = onPlane(incidents, plane);
  if (!area) return { incidents, ...all };
  const keep = Uint8Array.from(all.x, (x, i) => (area.contains(x, all.y[i]) ? 1 : 0));
  const isKept = (_: number, i: number): boolean => keep[i] === 1;
  return {
    incidents: selectIncidents(incidents, keep),
    x: all.x.filter(isKept),
    y: all.y.filter(isKept),
  };
}

function onPlane(incidents: Incidents, plane: MetricPlane): PlanarPoints {
  if (incidents.projected?.crs === plane.crs) return incidents.projected;
  const x = new Float64Array(incidents.count);
  const y = new Float64Array(incidents.count);
  for (let i = 0; i < incidents.count; i++) [x[i], y[i]] = plane.project(incidents.lon[i], incidents.lat[i]);
  return { x, y };
}

function pick({ x, y }: Placed, isWanted: (i: number) => boolean): PlanarPoints {
  return { x: x.filter((_, i) => isWanted(i)), y: y.filter((_, i) => isWanted(i)) };
}

function boxAround(patterns: readonly PlanarPoints[]): PlanarWindow {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of patterns) {
    for (let i = 0; i < x.length; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      bottom = Math.min(bottom, y[i]);
      top = Math.max(top, y[i]);
    }
  }
  if (left > right) throw new OrynError('pattern.empty-window');
  return boxWindow({ left, bottom, right, top });
}

function windowChoice(kind: WindowKind): Choice {
  const isArea = kind === 'area';
  return {
    name: 'window',
    value: kind,
    unit: '',
    rule: isArea ? 'boundary' : 'bounding box of the incidents',
    reason: isArea ? 'windowArea' : 'windowBox',
  };
}
