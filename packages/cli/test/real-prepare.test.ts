import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedPath } from '../../../test/support/shared.ts';
import { oryn, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();

/** Records of a text, split by plain code: quoted fields allowed, no line breaks within them. */
function records(text: string, delimiter: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => {
      const cells = line.match(new RegExp(`("([^"]|"")*"|[^${delimiter}]*)(${delimiter}|$)`, 'g')) ?? [];
      return cells
        .slice(0, line.endsWith(delimiter) ? undefined : -1)
        .map((cell) => cell.replace(new RegExp(`${delimiter}$`), '').replace(/^"(.*)"$/, '$1'));
    });
}

const sharedRecords = (path: string, delimiter = ',', encoding = 'utf-8'): string[][] => {
  const bytes = readFileSync(sharedPath(path));
  const text = new TextDecoder(encoding).decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return records(text, delimiter);
};

interface Prepared {
  account: {
    read: number;
    kept: number;
    dropped: Record<string, number>;
    mended: Record<string, number>;
    exactDuplicates: number;
    withoutHour: number;
    withoutDate: number;
    inside: number;
    outside: number;
    files: {
      file: string;
      years: { year: number | null; read: number; kept: number; dropped: Record<string, number> }[];
    }[];
  };
  choices: { name: string; value: string; rule: string }[];
  rejects: { row: number; reason: string }[];
  rows: Record<string, string>[];
}

let runs = 0;

function prepare(files: readonly string[], ...options: string[]): Prepared {
  const stem = join(folder, `run-${runs++}`);
  const out = `${stem}.parquet`;
  const run = oryn([
    'prepare',
    ...files.map(sharedPath),
    ...options,
    '--out',
    out,
    '--rejects',
    `${stem}.rejects.csv`,
    '--json',
  ]);
  expect(run.status, run.stderr).toBe(0);
  const { account, choices } = JSON.parse(run.stdout);
  const table = (path: string): Record<string, string>[] => {
    const [head, ...rows] = records(readFileSync(path, 'utf8'), ',');
    return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
  };
  const rejects = table(`${stem}.rejects.csv`).map(({ row, reason }) => ({ row: Number(row), reason }));
  return { account, choices, rejects, rows: table(`${stem}.csv`) };
}

/** Whatever the file: every row is kept or left out for a reason, in total, by year and in the file of rejects. */
function expectAccount({ account, rejects, rows }: Prepared): void {
  const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((a, b) => a + b, 0);
  expect(account.read).toBe(account.kept + sum(account.dropped));
  expect(rows).toHaveLength(account.kept);
  expect(rejects).toHaveLength(sum(account.dropped));
  const years = account.files.flatMap((file) => file.years);
  for (const year of years) expect(year.read).toBe(year.kept + sum(year.dropped));
  expect(years.reduce((total, year) => total + year.read, 0)).toBe(account.read);
  expect(years.reduce((total, year) => total + year.kept, 0)).toBe(account.kept);
  expect(account.inside + account.outside).toBe(account.kept);
}

describe.skipIf(!hasShared)('oryn prepare on real files', () => {
  describe.each([
    { path: 'data/russia-dtp/dtp_cp1251_semicolon.csv', firstRow: 2 },
    { path: 'data/russia-dtp/dtp_russian_headers.xlsx', firstRow: 4 },
  ])('$path: every planted defect is found, none is invented', ({ path, firstRow }) => {
    const defects = hasShared ? sharedJson<Record<string, string[]>>('data/russia-dtp/defects.json') : {};
    /** The rows of both files are the same, so the text file tells the id of a row of either. */
    const ids = hasShared
      ? sharedRecords('data/russia-dtp/dtp_cp1251_semicolon.csv', ';', 'windows-1251')
          .slice(1)
          .map(([id]) => id)
      : [];
    const clean = new Map(
      hasShared
        ? sharedRecords('data/russia-dtp/accidents_clean.csv')
            .slice(1)
            .map((row) => [row[0], row])
        : [],
    );
    const withoutPlace = new Set([
      ...(defects.missing_coordinates ?? []),
      ...(defects.already_missing_in_source ?? []),
      ...(defects.zero_coordinates ?? []),
    ]);
    const prepared = hasShared ? prepare([path]) : undefined;
    const idsOf = (reason: string): string[] =>
      prepared!.rejects.filter((reject) => reject.reason === reason).map(({ row }) => ids[row - firstRow]);
    const keptIds = (): string[] => {
      const dropped = new Set(prepared!.rejects.map(({ row }) => row));
      return ids.filter((_, i) => !dropped.has(i + firstRow));
    };
    const unique = (values: readonly string[]): string[] => [...new Set(values)].sort();

    it('rows without coordinates, at 0, 0 and with impossible dates', () => {
      expectAccount(prepared!);
      expect(prepared!.account.read).toBe(2018);
      expect(unique(idsOf('zero-zero'))).toEqual(unique(defects.zero_coordinates));
      expect(unique(idsOf('no-coordinates'))).toEqual(
        unique([...defects.missing_coordinates, ...defects.already_missing_in_source]),
      );
      // A date left blank is not known; one that is none of the calendar is wrong. Both were planted.
      const blank = prepared!.rows.flatMap((row, i) => (row.time === '' ? [keptIds()[i]] : []));
      expect(prepared!.account.withoutDate).toBe(blank.length);
      expect(unique([...idsOf('bad-date'), ...blank])).toEqual(
        unique(defects.invalid_dates.filter((id) => !withoutPlace.has(id))),
      );
      expect(Object.keys(prepared!.account.dropped).sort()).toEqual([
        'bad-date',
        'no-coordinates',
        'zero-zero',
      ]);
    });

    it('exchanged axes: mended where they were exchanged and nowhere else', () => {
      const kept = keptIds();
      expect(kept).toHaveLength(prepared!.rows.length);
      const inSource: string[] = [];
      prepared!.rows.forEach((row, i) => {
        const [, , , lon, lat] = clean.get(kept[i])!.map(Number);
        if (lon !== lat && Number(row.lon) === lat && Number(row.lat) === lon) inSource.push(kept[i]);
        else expect([Number(row.lon), Number(row.lat)], kept[i]).toEqual([lon, lat]);
      });
      // One of the forty has no coordinates at all. The rest that was mended is exchanged in the source itself:
      // as written it lies more than 9 degrees from the middle of its region, mended less than 3.
      const findable = defects.swapped_lon_lat.filter((id) => !withoutPlace.has(id));
      expect(findable).toHaveLength(39);
      expect(prepared!.account.mended).toEqual({ 'exchanged-axes': findable.length + inSource.length });
      for (const id of inSource) {
        const row = clean.get(id)!;
        const region = [...clean.values()].filter((other) => other[2] === row[2] && other[3] !== '');
        const middle = (column: number): number =>
          region.map((other) => Number(other[column])).sort((a, b) => a - b)[region.length >> 1];
        const away = (lon: string, lat: string): number =>
          Math.hypot(Number(lon) - middle(3), Number(lat) - middle(4));
        expect(away(row[3], row[4])).toBeGreaterThan(9);
        expect(away(row[4], row[3])).toBeLessThan(3);
      }
      expect(inSource.length).toBeLessThan(6);
    });

    it('repeated rows: said by default, left out when asked', () => {
      expect(prepared!.account.exactDuplicates).toBe(20);
      const without = prepare([path], '--drop-duplicates');
      expectAccount(without);
      const repeated = without.rejects.filter(({ reason }) => reason === 'duplicate');
      expect(repeated.map(({ row }) => ids[row - firstRow]).sort()).toEqual(
        [...defects.duplicated_rows].sort(),
      );
    });

    it('times are the local clock as written', () => {
      const kept = keptIds();
      prepared!.rows.forEach((row, i) => {
        if (row.time === '') return;
        const truth = clean.get(kept[i])![5].replace(' ', 'T');
        expect(row.time.length === 10 ? `${row.time}T00:00:00` : row.time, kept[i]).toBe(truth);
      });
    });
  });

  it('St. Louis: 48 files of three layouts, state-plane feet, dates from 1900', () => {
    const files = [2010, 2013, 2017, 2018].flatMap((year) =>
      Array.from(
        { length: 12 },
        (_, month) => `data/stlouis/${year}-${String(month + 1).padStart(2, '0')}.csv.gz`,
      ),
    );
    const crs =
      '+proj=tmerc +lat_0=35.8333333333333 +lon_0=-90.5 +k=0.999933333333333 +x_0=250000 +y_0=0 +datum=NAD83 +units=us-ft';
    const prepared = prepare(files, '--crs', crs);
    expectAccount(prepared);
    let rows = 0;
    let zeros = 0;
    const years = new Map<string, number>();
    for (const file of files) {
      const [head, ...data] = sharedRecords(file);
      const names = head.map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
      const date = names.findIndex((name) => name.startsWith('dateoccur'));
      const [x, y] = [names.indexOf('xcoord'), names.indexOf('ycoord')];
      for (const row of data) {
        rows++;
        if (Number(row[x]) === 0 && Number(row[y]) === 0) zeros++;
        else {
          const year = row[date].split(' ')[0].split('/')[2];
          years.set(year, (years.get(year) ?? 0) + 1);
        }
      }
    }
    expect(prepared.account.read).toBe(rows);
    expect(prepared.account.dropped['zero-zero']).toBe(zeros);
    expect(zeros).toBe(5014);
    // Kept rows by year of the date, month first, against a count of the texts; sexual offences are left out.
    const restricted = prepared.account.dropped.restricted ?? 0;
    expect(Object.keys(prepared.account.dropped).sort()).toEqual(['restricted', 'zero-zero']);
    expect(prepared.account.kept + restricted).toBe(rows - zeros);
    const keptIn = (year: number): number =>
      prepared.account.files
        .flatMap((file) => file.years)
        .filter((account) => account.year === year)
        .reduce((total, account) => total + account.kept + (account.dropped.restricted ?? 0), 0);
    for (const year of [1900, 2009, 2010, 2013, 2017, 2018])
      expect(keptIn(year)).toBe(years.get(String(year)) ?? 0);
    // Nearly all points lie in the city: 38.53 to 38.78 north, 90.32 to 90.16 west.
    const near = prepared.rows.filter(
      ({ lon, lat }) =>
        Number(lon) > -90.33 && Number(lon) < -90.16 && Number(lat) > 38.52 && Number(lat) < 38.79,
    );
    expect(near.length / prepared.rows.length).toBeGreaterThan(0.99);
  });

  it('Vancouver: UTM, date in five columns, withheld points at 0, 0, repeated rows', () => {
    const files = [2018, 2020, 2021, 2022, 2023].map((year) => `data/vancouver/crime_${year}.csv.gz`);
    const prepared = prepare(
      files,
      '--crs',
      'EPSG:26910',
      '--boundary',
      sharedPath('data/vancouver/neighbourhoods.geojson'),
    );
    expectAccount(prepared);
    const all = files.flatMap((file) => sharedRecords(file).slice(1));
    const seen = new Set<string>();
    let repeated = 0;
    for (const row of all) {
      const text = JSON.stringify(row);
      if (seen.has(text)) repeated++;
      seen.add(text);
    }
    expect(prepared.account).toMatchObject({
      read: 178_288,
      kept: 178_288 - 17_803,
      exactDuplicates: repeated,
    });
    const blank = all.filter((row) => row[8] === '' && row[9] === '').length;
    expect(prepared.account.dropped).toEqual({ 'zero-zero': 17_803 - blank, 'no-coordinates': blank });
    const placed = all.filter((row) => !(Number(row[8]) === 0 && Number(row[9]) === 0));
    prepared.rows.forEach((row, i) => {
      const [, year, month, day] = placed[i];
      expect(row.time.slice(0, 10)).toBe(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    });
    expect(prepared.account.inside / prepared.account.kept).toBeGreaterThan(0.98);
  });

  it('Medellín: decimal comma, Spanish headers, the text NA for a missing coordinate', () => {
    const prepared = prepare(['data/medellin/homicides_2010_2019.csv']);
    expectAccount(prepared);
    expect(prepared.account).toMatchObject({ read: 9360, kept: 9360 - 81 });
    const [, ...rows] = sharedRecords('data/medellin/homicides_2010_2019.csv', ';');
    const placed = rows.filter((row) => row[1] !== 'NA');
    prepared.rows.forEach((row, i) => {
      expect(Number(row.lon)).toBe(Number(placed[i][1].replace(',', '.')));
      expect(Number(row.lat)).toBe(Number(placed[i][2].replace(',', '.')));
    });
  });

  it('Lancashire: tabs, month only, so no hour is known', () => {
    const prepared = prepare(['data/lancashire/asb_2022.tab.gz']);
    expectAccount(prepared);
    expect(prepared.account).toMatchObject({
      read: 56_434,
      kept: 56_434,
      withoutHour: 56_434,
      withoutDate: 0,
    });
  });

  it('Houston: local date and hour win over UTC; far-off geocodes stay and are counted', () => {
    const prepared = prepare(['data/houston/crime_2010_jan_aug.csv.gz']);
    expectAccount(prepared);
    const [head, ...rows] = sharedRecords('data/houston/crime_2010_jan_aug.csv.gz');
    const at = (name: string): number => head.indexOf(name);
    const placed = rows.filter((row) => row[at('lon')] !== 'NA' && row[at('lon')] !== '');
    const restricted = placed.filter((row) => row[at('offense')] === 'rape').length;
    expect(prepared.account.read).toBe(86_314);
    expect(prepared.account.dropped).toEqual({ 'no-coordinates': 86_314 - placed.length, restricted });
    const kept = placed.filter((row) => row[at('offense')] !== 'rape');
    prepared.rows.forEach((row, i) => {
      const [month, day, year] = kept[i][at('date_local')].split('/');
      expect(row.time.slice(0, 10)).toBe(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
    });
    expect(Math.min(...prepared.rows.map(({ lon }) => Number(lon)))).toBeLessThan(-99);
  });

  it('Astana: road accidents of the official service family, 467 outside the boundary', () => {
    const prepared = prepare(
      ['data/kz/astana-road-accidents-2019-2023.csv'],
      '--boundary',
      sharedPath('data/kz/astana-boundary.geojson'),
    );
    expectAccount(prepared);
    expect(prepared.account).toMatchObject({ read: 3551, kept: 3551, inside: 3084, outside: 467 });
  });
});
