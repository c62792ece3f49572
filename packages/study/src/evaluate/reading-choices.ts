import type { ReadResult } from '@oryn/ingest';
import { clockOf } from '../quality/clock.ts';
import type { Choice } from './choice.ts';

/** What was found about the files by itself: columns, encoding, coordinate system, hours that stand for none. */
export function readingChoices(
  { columns, placeholders }: Pick<ReadResult, 'columns' | 'placeholders'>,
  isEncodingGiven: boolean,
): Choice[] {
  const choices: Choice[] = [];
  for (const { file, facts, mapping, coordinates, time, zonePair } of columns) {
    const roles = Object.entries(mapping).map(([role, column]) => `${role}=${column}`);
    choices.push({ name: 'columns', value: roles.join(','), unit: '', rule: file, reason: 'columnsFound' });
    if (facts.encoding !== undefined && facts.encoding !== 'us-ascii') {
      choices.push({
        name: 'encoding',
        value: facts.encoding,
        unit: '',
        rule: file,
        reason: isEncodingGiven ? 'encodingGiven' : 'encodingFound',
      });
    }
    choices.push({
      name: 'crs',
      value: coordinates.crs,
      unit: '',
      rule: file,
      reason: `crs.${coordinates.reason}`,
    });
    if (time && time.orderReason !== 'unneeded') {
      choices.push({
        name: 'dateOrder',
        value: time.order,
        unit: '',
        rule: file,
        reason: `dateOrder.${time.orderReason}`,
      });
    }
    if (zonePair && zonePair.hours !== 0) {
      choices.push({ name: 'zonePair', value: zonePair.hours, unit: 'h', rule: file, reason: 'zonePair' });
    }
    if (time?.instants) {
      const zone = time.offset === undefined ? 'as written' : String(time.offset / 3600);
      choices.push({
        name: 'zone',
        value: zone,
        unit: time.offset === undefined ? '' : 'h',
        rule: file,
        reason: time.offset === undefined ? 'zone.asWritten' : 'zone.given',
      });
    }
  }
  if (placeholders.length > 0) {
    const minutes = placeholders.map(({ minute }) => clockOf(minute)).join(', ');
    choices.push({ name: 'placeholders', value: minutes, unit: '', rule: '', reason: 'placeholders' });
  }
  return choices;
}
