import { describe, expect, it } from 'vitest';
import { codeOf, textFile } from '../../test/hostile.ts';
import { readExposure } from './read-exposure.ts';

const table = (text: string) => textFile('people.csv', text);
const point = (properties: object, lon = 71, lat = 51) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
});
const collection = (...features: object[]) =>
  textFile('people.geojson', JSON.stringify({ type: 'FeatureCollection', features }));

describe('readExposure', () => {
  it.each([
    ['population', 'geoid,population,lon,lat\n1,20,71,51\n'],
    ['pop', 'cell_id,lon,lat,pop,p10,p90,confidence\nZ1,71,51,20,1,30,low\n'],
    ['Total population', 'lon,lat,density,Total population\n71,51,3,20\n'],
    ['POP_2020', 'lon,lat,POP_2020\n71,51,20\n'],
    ['Численность населения', 'Долгота,Широта,Численность населения\n71,51,20\n'],
    ['Количество жителей', 'Долгота,Широта,Количество жителей\n71,51,20\n'],
    ['Халық саны', 'Бойлық,Ендік,Халық саны\n71,51,20\n'],
  ])('recognises the column %s', async (name, text) => {
    const found = await readExposure(table(text));
    expect(found.column).toBe(name);
    expect(Array.from(found.values)).toEqual([20]);
    expect(found.geometries).toEqual([{ type: 'Point', coordinates: [71, 51] }]);
  });

  it('takes the column asked for, and says which there are', async () => {
    const text = 'lon,lat,pop,Workers\n71,51,20,7\n';
    expect(Array.from((await readExposure(table(text), 'workers')).values)).toEqual([7]);
    expect(await codeOf(readExposure(table(text), 'jobs'))).toBe('exposure.column-unknown');
    const none = 'id,lon,lat,a2020,a2021,name\n1,71,51,4,5,x\n';
    await expect(readExposure(table(none))).rejects.toMatchObject({
      code: 'exposure.no-column',
      parameters: { columns: 'id, lon, lat, a2020, a2021' },
    });
    // Two columns that could be meant are none.
    expect(await codeOf(readExposure(table('lon,lat,pop_2020,pop_2021\n71,51,4,5\n')))).toBe(
      'exposure.no-column',
    );
  });

  it('counts rows without a value or a place, and never takes them as zero', async () => {
    const text =
      'lon,lat,pop\n71,51,20\n71.1,51,\n,,5\n71.2,51,NA\n71.3,51,0\n71.4,51,1 234\n71.5,51,"2,5"\n';
    const { values, rows } = await readExposure(table(text));
    expect(Array.from(values)).toEqual([20, 0, 1234, 2.5]);
    expect(rows).toEqual({ used: 4, withoutValue: 2, withoutPlace: 1 });
  });

  it.each(['-5', 'many', '"1,234"', 'Infinity', 'NaN'])('refuses %s with its row', async (given) => {
    await expect(readExposure(table(`lon,lat,pop\n71,51,20\n71,51,${given}\n`))).rejects.toMatchObject({
      code: 'exposure.invalid',
      parameters: { row: 3, column: 'pop' },
    });
  });

  it('reads points and polygons of GeoJSON, and lines by their own length', async () => {
    const square = [
      [
        [71, 51],
        [71.1, 51],
        [71.1, 51.1],
        [71, 51],
      ],
    ];
    const features = [
      point({ pop: 3 }),
      { type: 'Feature', properties: { pop: '4.5' }, geometry: { type: 'Polygon', coordinates: square } },
      { type: 'Feature', properties: { pop: null }, geometry: { type: 'Polygon', coordinates: square } },
    ];
    const found = await readExposure(collection(...features));
    expect([Array.from(found.values), found.rows.withoutValue]).toEqual([[3, 4.5], 1]);
    const line = {
      type: 'LineString',
      coordinates: [
        [71, 51],
        [71.1, 51],
      ],
    };
    const streets = await readExposure(
      collection({ type: 'Feature', properties: { name: 'A' }, geometry: line }),
    );
    expect([streets.column, Array.from(streets.values)]).toEqual([undefined, [1]]);
    expect(await codeOf(readExposure(collection(point({ name: 'A' }))))).toBe('exposure.no-column');
  });

  it('refuses a file without any value', async () => {
    expect(await codeOf(readExposure(table('lon,lat,pop\n71,51,\n')))).toBe('exposure.empty');
    expect(await codeOf(readExposure(table('lon,lat,pop\n,,5\n')))).toBe('exposure.empty');
  });
});
