import { passes, type Tally } from '@oryn/core';
import type { OpenBundle } from '@oryn/study';
import { filterOf } from './answer.ts';
import type { LabelCount, Question, SheetFact } from './types.ts';

/**
 * When, what and where exactly in the cells of one problem place.
 *
 * @param points one entry per incident, see `pointTally`
 */
export function sheet(
  bundle: OpenBundle,
  points: Tally,
  question: Question,
  members: readonly number[],
): SheetFact {
  const filter = filterOf(bundle, question);
  const { incidents } = bundle;
  const isMember = new Set(members);
  const hours = new Array<number>(24).fill(0);
  const categories = new Float64Array(incidents.category.labels.length);
  const placeTypes = new Float64Array(incidents.placeType.labels.length);
  const stacks = new Map<string, number>();
  let hourUnknown = 0;
  let count = 0;
  for (let i = 0; i < points.count; i++) {
    if (!isMember.has(points.place[i]) || !passes(points, i, filter)) continue;
    count++;
    categories[points.category[i]]++;
    placeTypes[incidents.placeType.codes[i]]++;
    if (points.hour[i] >= 0) hours[points.hour[i]]++;
    else hourUnknown++;
    const coordinate = `${incidents.lon[i]} ${incidents.lat[i]}`;
    stacks.set(coordinate, (stacks.get(coordinate) ?? 0) + 1);
  }
  const types = ranked(incidents.placeType.labels, placeTypes);
  return {
    hours,
    hourUnknown,
    categories: ranked(incidents.category.labels, categories),
    placeTypes: types.filter(({ label }) => label !== ''),
    placeTypeUnknown: types.find(({ label }) => label === '')?.n ?? 0,
    stack: Math.max(0, ...stacks.values()),
    incidents: count,
  };
}

function ranked(labels: readonly string[], counts: ArrayLike<number>): LabelCount[] {
  return labels
    .map((label, code) => ({ label, n: counts[code] }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.label < b.label ? -1 : 1));
}
