import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesUnder, oryn, temporaryFolder, write } from './run-oryn.ts';

const folder = temporaryFolder();
const square = (west: number, south: number): string =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.2, south],
        [west + 0.2, south + 0.2],
        [west, south + 0.2],
        [west, south],
      ],
    ],
  });
const rows = (point: (i: number) => string): string =>
  `id,lon,lat,date\n${Array.from({ length: 40 }, (_, i) => `${i},${point(i)},2020-01-${10 + (i % 15)}T12:00`).join('\n')}\n`;

const good = write(
  folder,
  'good.csv',
  rows((i) => `${70.3 + i / 1000},${46.35 + i / 1000}`),
);
const boundary = write(folder, 'area.geojson', square(70.2, 46.25));
const elsewhere = write(folder, 'elsewhere.geojson', square(60, 50));

/** What is given, the code it ends with, and what its sentence must name. */
const cases: [name: string, code: string, args: () => string[], named: RegExp][] = [
  ['an empty file', 'file.empty', () => [write(folder, 'empty.csv', '')], /empty\.csv/],
  [
    'a header without rows',
    'file.header-only',
    () => [write(folder, 'header.csv', 'id,lon,lat\n')],
    /header\.csv/,
  ],
  [
    'no coordinate columns',
    'columns.no-coordinates',
    () => [write(folder, 'none.csv', 'id,date\n1,2020-01-01\n')],
    /id, date/,
  ],
  [
    'swapped axes with a boundary',
    'coordinates.swapped',
    () => [
      write(
        folder,
        'swapped.csv',
        rows((i) => `${46.35 + i / 1000},${70.3 + i / 1000}`),
      ),
      '--boundary',
      boundary,
    ],
    /row 2/,
  ],
  [
    'swapped axes without a boundary',
    'coordinates.swapped',
    () => [
      write(
        folder,
        'swapped2.csv',
        rows((i) => `${46.35 + i / 1000},${70.3 + i / 1000}`),
      ),
    ],
    /row 2/,
  ],
  [
    'all points outside the area',
    'coordinates.all-outside',
    () => [good, '--boundary', elsewhere],
    /elsewhere\.geojson.*row 2/,
  ],
  [
    'a boundary that is not a polygon',
    'boundary.not-polygon',
    () => [
      good,
      '--boundary',
      write(folder, 'line.geojson', '{"type":"LineString","coordinates":[[70,46],[71,47]]}'),
    ],
    /LineString/,
  ],
  [
    'an empty boundary',
    'boundary.empty',
    () => [good, '--boundary', write(folder, 'no.geojson', '{"type":"FeatureCollection","features":[]}')],
    /no\.geojson/,
  ],
  [
    'a boundary that is no JSON',
    'json.invalid',
    () => [good, '--boundary', write(folder, 'broken.geojson', '{"type":')],
    /broken\.geojson/,
  ],
  ['an unknown city', 'city.unknown', () => [good, '--city', 'Atlantis'], /Atlantis/],
  ['planar coordinates with H3', 'crs.planar-h3', () => [good, '--crs', 'planar'], /planar/],
  [
    'an unknown coordinate system',
    'crs.unknown',
    () => [good, '--crs', 'EPSG:99999', '--columns', 'x=lon,y=lat'],
    /EPSG:99999/,
  ],
  ['a file that is not there', 'file.missing', () => [join(folder, 'nowhere.csv')], /nowhere\.csv/],
  [
    'a column that is not there',
    'columns.unknown',
    () => [good, '--columns', 'lon=LONGITUDE,lat=lat'],
    /LONGITUDE/,
  ],
  ['a mapping that is not one', 'columns.mapping', () => [good, '--columns', 'lon'], /lon/],
  ['an impossible date', 'period.invalid', () => [good, '--from', '2020-02-30'], /2020-02-30/],
  [
    'a period that ends before it begins',
    'period.reversed',
    () => [good, '--from', '2021-01-01', '--to', '2020-01-01'],
    /2021-01-01/,
  ],
  ['a period without incidents', 'period.empty', () => [good, '--from', '2022-01-01'], /2020-01-10/],
  ['a resolution out of range', 'resolution.range', () => [good, '--resolution', '13'], /13/],
  ['a bandwidth of nothing', 'bandwidth.invalid', () => [good, '--bandwidth', '0'], /0/],
  ['an unknown category', 'category.unknown', () => [good, '--category', 'theft'], /theft/],
  [
    'a mask without geometry',
    'possible.empty',
    () => [
      good,
      '--boundary',
      boundary,
      '--possible',
      write(folder, 'none.geojson', '{"type":"FeatureCollection","features":[]}'),
    ],
    /none\.geojson/,
  ],
  [
    'a mask elsewhere',
    'possible.outside',
    () => [good, '--boundary', boundary, '--possible', elsewhere],
    /elsewhere/,
  ],
  [
    'text that is not in the encoding given',
    'file.encoding',
    () => [writeBytes('cp1251.csv', Buffer.from([0x69, 0x64, 0x0a, 0xcf, 0xf0])), '--encoding', 'utf-8'],
    /cp1251\.csv.*utf-8/,
  ],
  [
    'a broken gzip',
    'file.gzip-broken',
    () => [writeBytes('broken.csv.gz', gzipSync('id,lon,lat\n1,70,46\n').subarray(0, 20))],
    /broken\.csv\.gz/,
  ],
  [
    'an unclosed quote',
    'file.quotes',
    () => [
      write(folder, 'quote.csv', `${rows((i) => `70.3,${46.35 + i / 1000}`)}1,70.3,46.3,"x\n2,70.3,46.3,y\n`),
    ],
    /quote\.csv/,
  ],
  [
    'dates of another form',
    'dates.none-valid',
    () => [write(folder, 'us.csv', 'lon,lat,date\n70.3,46.3,the 31st of Sometime\n'), '--boundary', boundary],
    /row/,
  ],
  [
    'a boundary without a ring',
    'boundary.no-ring',
    () => [good, '--boundary', write(folder, 'bare.geojson', '{"type":"Polygon","coordinates":[]}')],
    /bare\.geojson/,
  ],
  [
    'a boundary of texts',
    'geometry.invalid',
    () => [
      good,
      '--boundary',
      write(
        folder,
        'texts.geojson',
        '{"type":"Polygon","coordinates":[[["a","b"],["c","d"],["e","f"],["a","b"]]]}',
      ),
    ],
    /texts\.geojson/,
  ],
  ['a resolution that is no number', 'resolution.range', () => [good, '--resolution', 'abc'], /abc/],
  [
    'numbers that are none',
    'coordinates.none-valid',
    () => [write(folder, 'words.csv', 'lon,lat\neast,north\n')],
    /row.*2|2.*row/i,
  ],
];

function writeBytes(name: string, bytes: Buffer): string {
  return write(folder, name, bytes as unknown as string);
}

describe('bad input ends with exit 1, one sentence with a code, and no output', () => {
  cases.forEach(([name, code, args, named], index) => {
    it(name, () => {
      const out = join(folder, 'out', String(index));
      const run = oryn(['study', ...args(), '--out', out]);
      const sentence = run.stderr.trim().split('\n').at(-1) ?? '';
      expect(run.status, run.stderr).toBe(1);
      expect(sentence).toContain(`[${code}]`);
      expect(sentence).toMatch(named);
      expect(existsSync(out)).toBe(false);
      expect(run.stdout).toBe('');
    });
  });

  it('a study file with an unknown key', () => {
    const study = write(folder, 'study.yaml', 'files: [good.csv]\nbandwith: 300\n');
    const run = oryn(['study', study, '--out', join(folder, 'out', 'key')]);
    expect(run.status).toBe(1);
    expect(run.stderr).toMatch(/\[study\.unknown-key\].*bandwith.*bandwidth/);
  });

  it('a study file with a wrong value, and one without files', () => {
    const wrong = oryn(['study', write(folder, 'wrong.yaml', 'files: [good.csv]\ninference: guess\n')]);
    expect(wrong.stderr).toMatch(/\[study\.invalid\].*inference/);
    expect(oryn(['study', write(folder, 'bare.yaml', 'city: astana\n')]).stderr).toContain(
      '[study.no-files]',
    );
  });

  it('an output folder that cannot be written', () => {
    const blocked = write(folder, 'blocked', 'a file, not a folder');
    const run = oryn(['study', good, '--boundary', boundary, '--out', join(blocked, 'x')]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('[out.not-writable]');
  });

  it("a folder with other people's files is not touched", () => {
    const occupied = join(folder, 'occupied');
    mkdirSync(occupied);
    write(occupied, 'mine.txt', 'mine');
    const run = oryn(['study', good, '--boundary', boundary, '--out', occupied]);
    expect(run.stderr).toContain('[out.exists]');
    expect(filesUnder(occupied)).toEqual(['mine.txt']);
  });

  it('a folder with a manifest of something else, or with more than a bundle, is not touched', () => {
    const foreign = join(folder, 'foreign');
    mkdirSync(foreign);
    write(foreign, 'manifest.json', '{"name":"my web app"}');
    expect(oryn(['study', good, '--boundary', boundary, '--out', foreign]).stderr).toContain('[out.exists]');
    const mine = join(folder, 'mine');
    expect(oryn(['study', good, '--boundary', boundary, '--out', mine]).status).toBe(0);
    write(mine, 'notes.txt', 'mine');
    expect(oryn(['study', good, '--boundary', boundary, '--out', mine]).stderr).toContain('[out.exists]');
    expect(filesUnder(mine)).toContain('notes.txt');
  });

  it('an extension that names no format', () => {
    expect(oryn(['cells', good, '--boundary', boundary, '--out', join(folder, 'x.docx')]).stderr).toContain(
      '[out.format]',
    );
  });

  it('the same sentence in Russian and Kazakh, with the same code', () => {
    for (const [lang, word] of [
      ['ru', 'Ошибка'],
      ['kk', 'Қате'],
    ]) {
      const run = oryn(['study', good, '--city', 'Atlantis', '--lang', lang]);
      expect(run.stderr).toContain(`${word} [city.unknown]`);
    }
  });

  it('an unknown option of the command line', () => {
    expect(oryn(['cells', good, '--radius', '3']).status).toBe(1);
  });

  it('a table of counts without its columns, and a count that is none', () => {
    const columns = oryn(['concentration', '--counts', write(folder, 'c1.csv', 'cell,count\na,1\n')]);
    expect(columns.stderr).toContain('[counts.columns]');
    const value = oryn(['concentration', '--counts', write(folder, 'c2.csv', 'place,n\na,1\nb,2.5\n')]);
    expect(value.stderr).toMatch(/\[counts\.invalid\].*3/);
  });
});
