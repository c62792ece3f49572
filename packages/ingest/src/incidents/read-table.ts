import { OrynError } from '@oryn/core';
import type { RecognisedColumns } from '../columns/recognise-columns.ts';
import { coordinateReader } from '../coordinates/coordinate-reader.ts';
import type { SystemChoice } from '../coordinates/coordinate-system.ts';
import type { Table } from '../formats/table.ts';
import { offenceReader } from '../offences/offence.ts';
import { placeTypeText } from '../offences/place-type.ts';
import { recordSourceOf } from '../offences/record-source.ts';
import { truthOf } from '../offences/truth-text.ts';
import { isWeight } from '../offences/weight-table.ts';
import { decideDateOrder } from '../time/date-order.ts';
import { type TimeChoice, type TimeReader, timeReader } from '../time/time-reader.ts';
import {
  accountOfYear,
  countRestricted,
  type DropReason,
  drop,
  emptyAccount,
  type FileAccount,
  yearOf,
} from './account.ts';
import { cellPicker, cellReader } from './cell-reader.ts';
import { counterColumns } from './counter-columns.ts';
import type { IncidentsBuilder } from './incidents-builder.ts';
import { LocatedTally } from './located-tally.ts';
import { mendCoordinates } from './mend-coordinates.ts';
import type { ReadOptions } from './read-incidents.ts';
import type { RowHashes } from './row-hashes.ts';

export interface TableReading {
  account: FileAccount;
  coordinates: SystemChoice;
  time: TimeChoice | undefined;
  simulatedRows: number;
}

/**
 * Read the rows of one table into the builder.
 *
 * A row is judged in this order: repeated (only where repeated rows are dropped), coordinates, offence, date,
 * weight; the first thing wrong is the reason it is left out.
 *
 * @throws OrynError file.header-only, coordinates.swapped, coordinates.none-valid
 */
export async function readTable(
  table: Table,
  { mapping }: RecognisedColumns,
  options: ReadOptions,
  builder: IncidentsBuilder,
  hashes: RowHashes,
): Promise<TableReading> {
  const account = emptyAccount(table.file);
  const coordinates = coordinateReader(table, mapping, options);
  const times = await timesOf(table, mapping, options);
  const offenceOf = offenceReader(options.categories);
  const located = new LocatedTally();
  const cells = cellReader(table, mapping);
  const coordinateCells = cellPicker(table, coordinates.columns);
  const timeCells = cellPicker(table, times.columns);
  const found = counterColumns(table.sample);
  const counters = found.size > 0 ? found : undefined;
  const start = builder.count;
  builder.projected ??= coordinates.projected;
  builder.begin(columnsOf(mapping, coordinates.projected !== undefined, times));
  let simulatedRows = 0;
  let firstBad = Infinity;

  const progress = options.onProgress;
  await table.visit(
    (values, row) => {
      const time = times.read(timeCells(values));
      const isDated = time !== undefined && time !== 'bad-date';
      const year = isDated ? yearOf(time.seconds) : null;
      account.read++;
      accountOfYear(account, year).read++;
      const placeType = placeTypeText(cells.of('placeType', values));
      const offence = offenceOf({
        category: cells.of('category', values),
        code: cells.of('article', values),
        text: cells.of('articleText', values),
        placeType,
        gravity: cells.of('gravity', values),
      });
      const reject = (reason: DropReason): void => {
        drop(account, reason, row, year);
        // The exact place of an offence shown by district only is written nowhere, whatever the reason.
        options.onReject?.({
          file: table.file,
          row,
          reason,
          cells: offence.restricted ? {} : cells.all(values),
        });
      };
      if (hashes.has(values, counters)) {
        account.exactDuplicates++;
        if (options.dropDuplicates) return reject('duplicate');
      }
      const category = builder.category.codeFor(offence.label);
      const point = coordinates.read(coordinateCells(values));
      const isLocated = typeof point !== 'string';
      // Axes may be exchanged: whether the row has a place is known when the whole file is.
      const isPending = point === 'out-of-range' && !Number.isNaN(coordinates.last.lon);
      located.add(year, category, isLocated);
      if (!isLocated) {
        firstBad = Math.min(firstBad, row);
        if (!isPending) return reject(point);
      }
      if (offence.restricted) {
        if (mapping.district !== undefined) countRestricted(account, cells.of('district', values));
        return reject('restricted');
      }
      if (time === 'bad-date') return reject('bad-date');
      const weight = mapping.weight === undefined ? 1 : weightOf(cells.of('weight', values));
      if (Number.isNaN(weight)) return reject('bad-weight');
      const { lon, lat, x, y } = isLocated ? point : { ...coordinates.last, x: Number.NaN, y: Number.NaN };
      const discontinued = truthOf(cells.of('discontinued', values)) ? 1 : 0;
      builder.add({
        lon,
        lat,
        x,
        y,
        time: time?.seconds ?? Number.NaN,
        timeEnd: time?.endSeconds ?? Number.NaN,
        hourKnown: time?.hourKnown ?? false,
        dayKnown: (time?.dayKnown ?? true) ? 1 : 0,
        category: offence.label,
        placeType,
        article: offence.article ?? '',
        gravity: offence.gravity ?? '',
        iccs: offence.iccs ?? '',
        source: recordSourceOf(cells.of('source', values)),
        district: cells.of('district', values),
        place: cells.of('place', values),
        discontinued,
        weight,
        row,
      });
      account.kept++;
      const ofYear = accountOfYear(account, year);
      ofYear.kept++;
      ofYear.struckOff += discontinued;
      if (truthOf(cells.of('simulated', values))) simulatedRows++;
    },
    progress && ((done, total) => progress(table.file, done, total)),
  );
  if (account.read === 0) throw new OrynError('file.header-only', { file: table.file });
  if (coordinates.projected === undefined) mendCoordinates(builder, start, account, located, options);
  if (account.read > 0 && located.located === 0) {
    throw new OrynError('coordinates.none-valid', { file: table.file, rows: account.read, row: firstBad });
  }
  account.located = located.rows(builder.category.labels);
  return {
    account,
    coordinates: coordinates.choice,
    time: times.columns.length > 0 ? times.choice : undefined,
    simulatedRows,
  };
}

/** Enough different dates to decide an order by. */
const MOST_DATES = 100_000;

/** Where the first rows leave the order of day and month open, all rows decide it. */
async function timesOf(
  table: Table,
  mapping: RecognisedColumns['mapping'],
  options: ReadOptions,
): Promise<TimeReader> {
  const reader = timeReader(table, mapping, options);
  if (reader.choice.orderReason !== 'undecided') return reader;
  const position = table.columns.indexOf(mapping.time ?? '');
  const dates = new Set<string>();
  await table.visit((values) => {
    if (dates.size < MOST_DATES) dates.add((values[position] ?? '').slice(0, 10));
  });
  const dateOrder = decideDateOrder(dates);
  if (!dateOrder) return reader;
  const decided = timeReader(table, mapping, { ...options, dateOrder });
  return { ...decided, choice: { ...decided.choice, orderReason: 'values' } };
}

function weightOf(text: string): number {
  const weight = text === '' ? Number.NaN : Number(text.replace(',', '.'));
  return isWeight(weight) ? weight : Number.NaN;
}

/** Optional columns of the builder that this file fills. */
function columnsOf(
  mapping: RecognisedColumns['mapping'],
  hasPlane: boolean,
  times: TimeReader,
): ReadonlySet<string> {
  const names = ['source', 'district', 'place', 'discontinued', 'weight'].filter((role) => role in mapping);
  if ('category' in mapping || 'article' in mapping || 'articleText' in mapping) {
    names.push('article', 'gravity', 'iccs');
  }
  return new Set([
    ...names,
    ...(hasPlane ? ['x', 'y'] : []),
    ...(mapping.timeEnd ? ['timeEnd'] : []),
    ...(times.choice.monthOnly ? ['dayKnown'] : []),
  ]);
}
