import { CROSSING_METERS, type NodingAccount, type PlacedOnSegments } from '@oryn/core';
import type { SegmentRules } from '../definition/place-keys.ts';
import type { Choice } from './choice.ts';

/** Metres; a snap this long is about the width of a street and its verges: more of them ask for a look at the map. */
const FAR_METERS = 20;

/** What was made of the lines of a file of streets, and what is odd about them. */
export function nodingChoices(
  account: NodingAccount,
  noding: SegmentRules['noding'],
  file: string,
  isOwn: boolean,
): Choice[] {
  const isCut = noding !== 'none';
  const said = (name: string, value: number, unit: string, reason: string): Choice[] =>
    value > 0 ? [{ name, value: rounded(value), unit, rule: file, reason }] : [];
  return [
    {
      name: 'noding',
      value: noding,
      unit: '',
      rule: `${account.lines} lines, ${account.segments} segments`,
      reason: isOwn ? `noding.${noding}` : 'neighboursGiven',
    },
    ...said('linesCut', account.cut, 'lines', 'linesCut'),
    ...said('linesJoined', account.joined, 'nodes', 'linesJoined'),
    ...said('duplicateLines', account.duplicates, 'lines', isCut ? 'duplicatesOnce' : 'duplicatesKept'),
    ...said('duplicateMeters', account.duplicateMeters, 'm', isCut ? 'duplicatesOnce' : 'duplicatesKept'),
    ...said('withoutLength', account.withoutLength, 'lines', isCut ? 'withoutLength' : 'withoutLengthKept'),
    ...said('uncut', account.uncut, 'crossings', 'uncut'),
  ];
}

/** How far incidents were moved, how many were not, and what became of those at crossings. */
export function snapChoices(placed: PlacedOnSegments, { snapDistance, crossings }: SegmentRules): Choice[] {
  const distances = placed.snapMeters.filter((meters) => !Number.isNaN(meters)).sort();
  const limit = `at most ${snapDistance} m`;
  const quantile = (share: number): number =>
    distances.length > 0 ? distances[Math.ceil(share * distances.length) - 1] : Number.NaN;
  const far = distances.filter((meters) => meters > FAR_METERS).length / distances.length;
  const choices: Choice[] = [
    { name: 'snap', value: rounded(quantile(0.5)), unit: 'm', rule: `median; ${limit}`, reason: 'snap' },
    { name: 'snap95', value: rounded(quantile(0.95)), unit: 'm', rule: `95 %; ${limit}`, reason: 'snap95' },
    {
      name: 'snapFar',
      value: rounded(100 * far),
      unit: '%',
      rule: `beyond ${FAR_METERS} m`,
      reason: 'snap95',
    },
  ];
  if (placed.unsnapped > 0) {
    choices.push({
      name: 'unplaced',
      value: placed.unsnapped,
      unit: 'incidents',
      rule: `${snapDistance} m`,
      reason: 'unplacedSegments',
    });
  }
  return [
    ...choices,
    {
      name: 'atCrossings',
      value: placed.atCrossings,
      unit: 'incidents',
      rule: `${crossings}; within ${CROSSING_METERS} m`,
      reason: `crossings.${crossings}`,
    },
  ];
}

/** Three digits: more than the coordinates hold. Counts stay whole. */
function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}
