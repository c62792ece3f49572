import { gzipSync } from 'node:zlib';
import { daysFromDate, isoDateTime, OrynError, selectIncidents, studyArea } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { memoryFile, type SourceFile } from '../source/source-file.ts';
import { type Reject, readIncidents } from './read-incidents.ts';

const file = (name: string, text: string): SourceFile => memoryFile(name, new TextEncoder().encode(text));
const csv = (text: string): SourceFile => file('rows.csv', text);
const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof OrynError ? error.code : String(error);
};

/** A record of the official layer, field names of the new service; numbers invented. */
const OFFICIAL = `objectid,dat_sover_str,crime_code,stat,hard_code,fe1r29p1_id,discontinued,lon,lat
1,08.02.2020 20:30,1880,ст.188 ч.3,3,039,0,71.294977,42.825247
2,28.01.2016 00:00,1880,ст.188 ч.1,2,001,0,71.3,42.8
3,28.01.2020 11:00,2960,ст.296 ч.1,1,001,0,71.3,42.8
4,28.01.2020 11:00,1900,ст.190 ч.1,1,001,0,71.3,42.8
5,28.01.2020 11:00,1200,ст.120 ч.1,3,001,0,71.3,42.8
6,28.01.2020 11:00,1880,ст.188 ч.1,2,001,1,71.3,42.8
`;

describe('reading incidents', () => {
  it('knows the official layer: clock as written, groups, layers apart, restricted and struck off left out', async () => {
    const { incidents, accounts } = await readIncidents([csv(OFFICIAL)]);
    expect(isoDateTime(incidents.time[0])).toBe('2020-02-08T20:30:00');
    expect([...incidents.hourKnown]).toEqual([1, 0, 1, 1, 1]);
    expect([...(incidents.discontinued ?? [])]).toEqual([0, 0, 0, 0, 1]);
    const labels = [...incidents.category.codes].map((code) => incidents.category.labels[code]);
    expect(labels).toEqual(['theft', 'theft', 'police-detected:drugs', 'placeless:fraud', 'theft']);
    const { article, gravity, iccs } = incidents;
    expect(article?.labels[article.codes[0]]).toBe('188/3');
    expect(gravity?.labels[gravity.codes[0]]).toBe('3');
    expect(iccs?.labels[iccs.codes[0]]).toBe('0502');
    expect(incidents.placeType.labels[incidents.placeType.codes[0]]).toBe('039');
    expect(accounts[0]).toMatchObject({
      read: 6,
      kept: 5,
      dropped: { restricted: 1 },
      withoutHour: 1,
    });
  });

  it('counts restricted offences by district where a column names it, and keeps no other trace of them', async () => {
    const rows = [
      '1,08.02.2020 20:30,1200,9102,71.3,42.8',
      '2,08.02.2020 20:30,1880,9101,71.3,42.8',
      '3,08.02.2021 20:30,1200,9101,71.3,42.8',
      '4,08.02.2021 20:30,1200,9102,71.3,42.8',
      '5,08.02.2021 20:30,1200,,71.3,42.8',
    ];
    const head = 'objectid,dat_sover_str,crime_code,reg_code,lon,lat';
    const { accounts, incidents } = await readIncidents([csv([head, ...rows, ''].join('\n'))]);
    expect(incidents.count).toBe(1);
    expect(accounts[0].restrictedByDistrict).toEqual([
      { district: '', rows: 1 },
      { district: '9101', rows: 1 },
      { district: '9102', rows: 2 },
    ]);
    const counted = accounts[0].restrictedByDistrict?.reduce((sum, one) => sum + one.rows, 0);
    expect(counted).toBe(accounts[0].dropped.restricted);
    const without = await readIncidents([csv(OFFICIAL)]);
    expect(without.accounts[0].restrictedByDistrict).toBeUndefined();
  });

  it('tells no cell of a restricted offence that is left out, whatever the reason', async () => {
    const row = '1,28.01.2020 11:00,1200,ст.120 ч.1,3,001,0,71.3,42.8';
    const text = `${OFFICIAL.split('\n')[0]}\n${row}\n${row}\n6,x,1880,ст.188 ч.1,2,001,0,71.3,42.8\n`;
    const rejects: Reject[] = [];
    await readIncidents([csv(`${text}7,28.01.2020 11:00,1880,ст.188 ч.1,2,001,0,71.3,42.8\n`)], {
      dropDuplicates: true,
      onReject: (reject) => rejects.push(reject),
    });
    expect(rejects.map(({ row: line, reason }) => [line, reason])).toEqual([
      [2, 'restricted'],
      [3, 'duplicate'],
      [4, 'bad-date'],
    ]);
    expect(rejects.slice(0, 2).map(({ cells }) => cells)).toEqual([{}, {}]);
    expect(rejects[2].cells).toMatchObject({ lon: '71.3', lat: '42.8', time: 'x' });
  });

  it('reads the epoch of the old service as the local clock (1581193800000 is 2020-02-08 20:30)', async () => {
    const { incidents } = await readIncidents([csv('dat_sover,lon,lat\n1581193800000,71.3,42.8\n')]);
    expect(isoDateTime(incidents.time[0])).toBe('2020-02-08T20:30:00');
  });

  it('counts every row: read = kept + dropped, with the first row of each reason', async () => {
    const text =
      'lon,lat,date\n71,51,2020-01-01\n,51,2020-01-01\nx,51,2020-01-01\n0,0,2020-01-01\n200,51,2020-01-01\n71,51,2020-13-01\n71,51,\n\n71,51,2020-01-01\n';
    const { incidents, accounts } = await readIncidents([csv(text)]);
    const [account] = accounts;
    const dropped = Object.values(account.dropped).reduce((a, b) => a + b, 0);
    expect(account).toMatchObject({ read: 8, kept: 3, withoutDate: 1 });
    expect(account.read).toBe(account.kept + dropped);
    expect(account.firstRow).toEqual({
      'no-coordinates': 3,
      'not-a-number': 4,
      'zero-zero': 5,
      'out-of-range': 6,
      'bad-date': 7,
    });
    expect(incidents.count).toBe(3);
    expect([...incidents.row]).toEqual([2, 8, 10]);
  });

  it('reads semicolons, decimal commas, a byte order mark and gzip', async () => {
    const text = '\uFEFFlon;lat;date\n"71,5";"51,25";06.01.2019 23:10\n';
    const packed = memoryFile('rows.csv.gz', new Uint8Array(gzipSync(text)));
    const { incidents } = await readIncidents([packed]);
    expect([incidents.lon[0], incidents.lat[0]]).toEqual([71.5, 51.25]);
    expect(incidents.time[0]).toBe(daysFromDate(2019, 1, 6) * 86_400 + 83_400);
  });

  it('joins a date and a clock of two columns', async () => {
    const { incidents } = await readIncidents([
      csv('date_local,time_local,lon,lat\n2019-01-06,23:10,71,51\n'),
    ]);
    expect(isoDateTime(incidents.time[0])).toBe('2019-01-06T23:10:00');
  });

  it('reads points of GeoJSON with their properties', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { date: '2020-05-01', category: 'theft' },
          geometry: { type: 'Point', coordinates: [71, 51] },
        },
        { type: 'Feature', properties: { category: 'theft' }, geometry: null },
      ],
    });
    const { incidents, accounts } = await readIncidents([file('rows.geojson', text)]);
    expect(incidents.count).toBe(1);
    expect(accounts[0].dropped).toEqual({ 'no-coordinates': 1 });
  });

  it('turns projected metres into degrees and keeps the metres', async () => {
    const text = 'x,y\n687592.956,4743963.682\n';
    const { incidents } = await readIncidents([csv(text)], { crs: 'EPSG:32642' });
    expect(incidents.lon[0]).toBeCloseTo(71.294977, 6);
    expect(incidents.lat[0]).toBeCloseTo(42.825247, 6);
    expect(incidents.projected?.x[0]).toBe(687592.956);
  });

  it('takes x and y of a geographic system as degrees', async () => {
    const { incidents } = await readIncidents([csv('x,y\n71.3,42.8\n')], { crs: 'EPSG:4326' });
    expect([incidents.lon[0], incidents.lat[0], incidents.projected]).toEqual([71.3, 42.8, undefined]);
  });

  it('takes a lone column "time" as the date, and a blank weight as no weight', async () => {
    const { incidents } = await readIncidents([csv('lon,lat,time\n71,51,2019-01-06T23:10\n')]);
    expect(isoDateTime(incidents.time[0])).toBe('2019-01-06T23:10:00');
    const weighted = await readIncidents([csv('lon,lat,w\n71,51,\n71,51,2\n')], { columns: { weight: 'w' } });
    expect(weighted.accounts[0]).toMatchObject({ kept: 1, dropped: { 'bad-weight': 1 } });
  });

  it('lets lon/lat win over x/y, unless only x and y are named', async () => {
    const text = 'lon,lat,x,y\n71.294977,42.825247,687592.956,4743963.682\n';
    const both = await readIncidents([csv(text)], { crs: 'EPSG:32642' });
    expect(both.incidents.projected).toBeUndefined();
    const named = await readIncidents([csv(text)], { crs: 'EPSG:32642', columns: { x: 'x', y: 'y' } });
    expect(named.incidents.projected?.x[0]).toBe(687592.956);
  });

  it('mends single rows with exchanged axes where an area tells them, and refuses a file of them', async () => {
    const area = studyArea([
      [
        [
          [71, 51],
          [72, 51],
          [72, 52],
          [71, 52],
          [71, 51],
        ],
      ],
    ]);
    const rows = Array.from({ length: 20 }, (_, i) => (i === 7 ? '51.5,71.5' : '71.5,51.5')).join('\n');
    const { accounts, incidents } = await readIncidents([csv(`lon,lat\n${rows}\n`)], { area });
    expect(accounts[0]).toMatchObject({ read: 20, kept: 20, dropped: {}, mended: { 'exchanged-axes': 1 } });
    expect([incidents.lon[7], incidents.lat[7]]).toEqual([71.5, 51.5]);
    const turned = await readIncidents([csv(`lon,lat\n-71.5,51.5\n${'71.5,51.5\n'.repeat(9)}`)], { area });
    expect(turned.accounts[0].mended).toEqual({ 'wrong-sign': 1 });
    expect(turned.incidents.lon[0]).toBe(71.5);
    const swapped = csv(`lon,lat\n${new Array(20).fill('51.5,71.5').join('\n')}\n`);
    expect(await codeOf(readIncidents([swapped], { area }))).toBe('coordinates.swapped');
    expect(await codeOf(readIncidents([swapped]))).toBe('coordinates.swapped');
    const memphis = csv('lon,lat\n35.1,-89.9\n');
    expect(await codeOf(readIncidents([csv('lon,lat\n35.1,-99.9\n')]))).toBe('coordinates.swapped');
    expect(await codeOf(readIncidents([memphis]))).toBe('undefined');
  });

  it('says that a table is of road accidents, and that a row is simulated', async () => {
    const accidents = await readIncidents([csv('rta_date_ms,lon,lat\n1546711200000,71,51\n')]);
    expect(accidents.subject).toBe('road-accidents');
    const simulated = await readIncidents([csv('simulated,lon,lat\ntrue,71,51\ntrue,71,51\n')]);
    expect(simulated.simulated).toBe(true);
    const mixed = await readIncidents([csv('simulated,lon,lat\ntrue,71,51\n,71,51\n')]);
    expect(mixed.simulated).toBe(true);
    const real = await readIncidents([csv('simulated,lon,lat\n,71,51\n,71,51\n')]);
    expect(real.simulated).toBe(false);
  });

  it('refuses road accidents and crime together, in either order, naming both files', async () => {
    const accidents = file('accidents.csv', 'rta_date_ms,lon,lat\n1546711200000,71,51\n');
    const crime = file('crime.csv', 'date,lon,lat\n2019-01-05,71,51\n');
    for (const both of [
      [accidents, crime],
      [crime, accidents],
    ]) {
      await expect(readIncidents(both)).rejects.toMatchObject({
        code: 'files.subjects',
        parameters: { accidents: 'accidents.csv', incidents: 'crime.csv' },
      });
    }
  });

  it('reads ids of places only where a column is named, and keeps them through repair and selection', async () => {
    const text = 'lon,lat,place\n71,51,a\n0,0,b\n71,51,\n71,51, c \n';
    expect((await readIncidents([csv(text)])).incidents.place).toBeUndefined();
    const { incidents } = await readIncidents([csv(text), csv(text)], { columns: { place: 'place' } });
    const idsOf = ({ place }: typeof incidents) =>
      [...(place?.codes ?? [])].map((code) => place?.labels[code]);
    expect(idsOf(incidents)).toEqual(['a', '', 'c', 'a', '', 'c']);
    expect(idsOf(selectIncidents(incidents, Uint8Array.of(0, 1, 1, 1, 0, 0)))).toEqual(['', 'c', 'a']);
    expect(
      await codeOf(readIncidents([csv('lon,lat,phone\n71,51,1\n')], { columns: { place: 'phone' } })),
    ).toBe('columns.personal');
  });

  it('counts weights only where a column is named', async () => {
    const text = 'lon,lat,weight\n71,51,3\n71,51,-1\n71,51,1e308\n';
    expect((await readIncidents([csv(text)])).incidents.weight).toBeUndefined();
    const named = await readIncidents([csv(text)], { columns: { weight: 'weight' } });
    expect([...(named.incidents.weight ?? [])]).toEqual([3]);
    expect(named.accounts[0].dropped).toEqual({ 'bad-weight': 2 });
  });
});
