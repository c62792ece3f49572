import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, oryn, temporaryFolder, write } from './run-oryn.ts';

const root = join(import.meta.dirname, '../../..');
const folder = temporaryFolder();
const exports = join(root, 'datasets/demo/exports');
const register = join(exports, 'simulated-register.xlsx');
const boundary = join(root, 'datasets/demo/demo-kenzhol/boundary.geojson');

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function prepare(file: string, name: string, ...options: string[]) {
  const out = join(folder, `${name}.parquet`);
  const run = oryn(['prepare', file, '--boundary', boundary, '--out', out, '--json', ...options]);
  expect(run.status, run.stderr).toBe(0);
  const csv = join(folder, `${name}.csv`);
  const manifest = JSON.parse(readFileSync(join(folder, `${name}.manifest.json`), 'utf8'));
  return { ...JSON.parse(run.stdout), out, csv, manifest, stderr: run.stderr };
}

describe('oryn prepare', () => {
  const rejects = join(folder, 'rejects.csv');
  const first = prepare(register, 'register', '--purpose', 'a test', '--rejects', rejects);

  it('leaves out exactly the rows that are planted wrong, each with its number and reason', () => {
    const truth = JSON.parse(readFileSync(join(exports, 'truth-defects.json'), 'utf8'));
    const [head, ...rows] = readFileSync(rejects, 'utf8').trim().split('\n');
    expect(head.startsWith('file,row,reason,')).toBe(true);
    const found = rows.map((row) => row.split(',').slice(1, 3).join(' ')).sort();
    const planted = Object.entries({
      'missing-coordinates': 'no-coordinates',
      'zero-coordinates': 'zero-zero',
      'impossible-date': 'bad-date',
    }).flatMap(([kind, reason]) => rowsOf(truth, kind).map((row) => `${row} ${reason}`));
    expect(found).toEqual(planted.sort());
    expect(first.account.mended).toEqual({ 'exchanged-axes': rowsOf(truth, 'exchanged-axes').length });
    expect(first.account.exactDuplicates).toBe(rowsOf(truth, 'repeated-row').length);
  });

  it('keeps no case number, no flat and no house, and says what it left out', () => {
    const [head] = readFileSync(first.csv, 'utf8').split('\n');
    expect(head).toBe(
      'lon,lat,time,category,layer,article,gravity,iccs,place_type,source,district,discontinued,inside,simulated',
    );
    const [reading] = first.manifest.readings;
    expect(reading.personal).toContain('Номер КУИ');
    expect(reading.personal).toContain('Кв.');
    const refused = oryn([
      'prepare',
      register,
      '--columns',
      'district=Кв.',
      '--out',
      join(folder, 'x.parquet'),
    ]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('[columns.personal]');
  });

  it('writes a manifest that lets anyone check it', () => {
    expect(first.manifest).toMatchObject({ format: 'oryn-incidents', formatVersion: 1, purpose: 'a test' });
    expect(first.manifest.inputs.map((input: { path: string }) => input.path)).toContain(
      'simulated-register.xlsx',
    );
    for (const { path, sha256: hash, bytes } of first.manifest.files) {
      expect(sha256(join(folder, path))).toBe(hash);
      expect(readFileSync(join(folder, path))).toHaveLength(bytes);
    }
    expect(readFileSync(join(folder, 'register.manifest.json'), 'utf8')).not.toContain(folder);
  });

  it('gives the same array from the workbook and from the Windows-1251 text', () => {
    const text = prepare(join(exports, 'simulated-register-windows-1251.csv.gz'), 'text');
    expect(readFileSync(text.csv, 'utf8')).toBe(readFileSync(first.csv, 'utf8'));
  });

  it('gives the same bytes when its own array is prepared again, from Parquet and from CSV', () => {
    for (const [i, source] of [first.out, first.csv].entries()) {
      const again = prepare(source, `again-${i}`);
      expect(again.account.dropped).toEqual({});
      expect(sha256(again.out)).toBe(sha256(first.out));
      expect(sha256(again.csv)).toBe(sha256(first.csv));
    }
  });

  it('leaves out repeated rows only when asked', () => {
    const without = prepare(register, 'without', '--drop-duplicates');
    expect(without.account.dropped.duplicate).toBe(first.account.exactDuplicates);
    expect(without.account.kept).toBe(first.account.kept - first.account.exactDuplicates);
  });

  it('reads every format alike', () => {
    const rows = [
      ['71.75', '46.75', '2023-05-01T10:20:00', 'theft'],
      ['71.76', '46.76', '2023-05-02T11:30:00', 'robbery'],
      ['71.77', '46.77', '2023-05-03', 'theft'],
    ];
    const feature = ([lon, lat, time, category]: string[]): object => ({
      type: 'Feature',
      properties: { time, category },
      geometry: { type: 'Point', coordinates: [Number(lon), Number(lat)] },
    });
    const esri = {
      geometryType: 'esriGeometryPoint',
      spatialReference: { wkid: 4326 },
      features: rows.map(([x, y, time, category]) => ({
        attributes: { time, category },
        geometry: { x: Number(x), y: Number(y) },
      })),
    };
    const files = [
      write(folder, 'a.csv', `lon,lat,time,category\n${rows.join('\n')}\n`),
      write(folder, 'b.tsv', `lon\tlat\ttime\tcategory\n${rows.map((row) => row.join('\t')).join('\n')}\n`),
      write(folder, 'c.geojson', JSON.stringify({ type: 'FeatureCollection', features: rows.map(feature) })),
      write(folder, 'd.ndjson', rows.map((row) => JSON.stringify(feature(row))).join('\n')),
      write(folder, 'e.json', JSON.stringify(esri)),
      write(
        folder,
        'f.csv',
        `point;time;category\n${rows.map(([lon, lat, time, what]) => `POINT(${lon} ${lat});${time};${what}`).join('\n')}\n`,
      ),
    ];
    const arrays = files.map((file, i) => readFileSync(prepare(file, `format-${i}`).csv, 'utf8'));
    for (const array of arrays) expect(array).toBe(arrays[0]);
    expect(arrays[0].split('\n')).toHaveLength(5);
  });

  it('writes no cell that a spreadsheet would run, and refuses the same file twice', () => {
    const hostile = write(folder, 'hostile.csv', 'lon,lat,category\n71.75,46.75,=1+1\n71.75,46.75,"@x,y"\n');
    const { csv } = prepare(hostile, 'hostile-out');
    expect(readFileSync(csv, 'utf8')).toContain(",'=1+1,");
    expect(readFileSync(csv, 'utf8')).toContain(`"'@x,y"`);
    const copy = write(folder, 'copy.csv', readFileSync(hostile, 'utf8'));
    const twice = oryn(['prepare', hostile, copy, '--out', join(folder, 'twice.parquet')]);
    expect(twice.stderr).toContain('[files.twice]');
  });

  it('shows the notice at the first import of own data only, and none for simulated data', () => {
    const settings = mkdtempSync(join(folder, 'settings-'));
    const own = write(folder, 'own.csv', 'lon,lat\n71.75,46.75\n');
    const args = ['prepare', own, '--out', join(folder, 'own-array.parquet')];
    const env = { XDG_CONFIG_HOME: settings };
    const demo = oryn(['prepare', register, '--out', join(folder, 'demo.parquet')], undefined, env);
    expect(demo.stderr).not.toContain('docs/legal.md');
    expect(oryn(args, undefined, env).stderr).toContain('docs/legal.md');
    expect(oryn(args, undefined, env).stderr).not.toContain('docs/legal.md');
    expect(filesUnder(settings)).toEqual(['oryn/notice-shown']);
  });
});

function rowsOf({ defects }: { defects: Record<string, { sheetRows: number[] }> }, kind: string): number[] {
  return defects[kind].sheetRows;
}

describe('what is read is never written over', () => {
  const rows = 'lon,lat,category\n71.75,46.75,theft\n71.76,46.76,theft\n';
  const cases: [name: string, code: string, args: (input: string) => string[]][] = [
    ['prepare to its own input', 'out.is-input', (input) => ['prepare', input, '--out', input]],
    [
      'prepare by another path',
      'out.is-input',
      (input) => ['prepare', input, '--out', join(input, '../x/..', 'own.csv')],
    ],
    [
      'rejects to the input',
      'out.is-input',
      (input) => ['prepare', input, '--out', `${input}.out.csv`, '--rejects', input],
    ],
    ['a mapping to the input', 'out.is-input', (input) => ['inspect', input, '--save-mapping', input]],
    [
      'rejects and array to one file',
      'out.twice',
      (input) => ['prepare', input, '--out', `${input}.o.csv`, '--rejects', `${input}.o.csv`],
    ],
    [
      'rejects to the manifest',
      'out.twice',
      (input) => ['prepare', input, '--out', `${input}.p.csv`, '--rejects', `${input}.p.manifest.json`],
    ],
  ];
  it.each(cases)('%s', (_, code, args) => {
    const own = mkdtempSync(join(folder, 'own-'));
    mkdirSync(join(own, 'x'));
    const input = write(own, 'own.csv', rows);
    const run = oryn(args(input));
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(`[${code}]`);
    expect(readFileSync(input, 'utf8')).toBe(rows);
  });

  it('through a link, or over a manifest that is not ours', () => {
    const own = mkdtempSync(join(folder, 'own-'));
    const input = write(own, 'own.csv', rows);
    symlinkSync(input, join(own, 'link.csv'));
    const linked = oryn(['prepare', join(own, 'link.csv'), '--out', input]);
    expect(linked.stderr).toContain('[out.is-input]');
    write(own, 'new.manifest.json', '{"a":1}');
    const foreign = oryn(['prepare', input, '--out', join(own, 'new.csv')]);
    expect(foreign.stderr).toContain('[out.exists]');
    expect(readFileSync(input, 'utf8')).toBe(rows);
    expect(oryn(['prepare', input, '--out', join(own, 'free.csv')]).status).toBe(0);
    mkdirSync(join(own, 'taken.csv'));
    expect(oryn(['prepare', input, '--out', join(own, 'taken.csv')]).stderr).toContain('[out.not-writable]');
    expect(oryn(['prepare', own, '--out', join(own, 'y.csv')]).stderr).toContain('[file.not-readable]');
  });
});
