import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedJson, sharedTable } from '../../../../test/support/shared.ts';
import { OrynError } from '../errors/oryn-error.ts';
import { type Containment, placeInHexagons } from './hexagons.ts';
import { studyArea } from './study-area.ts';

const numbers = (column: string[]): Float64Array => Float64Array.from(column, Number);

describe.skipIf(!hasShared)('hexagon places against h3-js 4.5.0', () => {
  const points = hasShared ? sharedTable('golden/inputs/synthA_points.csv') : { lon: [], lat: [] };
  const lon = numbers(points.lon);
  const lat = numbers(points.lat);
  const window = hasShared
    ? sharedJson<FeatureCollection<Polygon>>('golden/inputs/synthA_window.geojson').features[0].geometry
        .coordinates
    : [];

  for (const resolution of [8, 9, 10]) {
    it(`resolution ${resolution}: study cells, counts, centres, areas and neighbours`, () => {
      const golden = sharedTable(`golden/h3/synthA_res${resolution}_cells.csv`);
      const rows = golden.cell.map((_, i) => i).filter((i) => golden.in_study[i] === '1');
      const { places, counts, placeOf } = placeInHexagons(lon, lat, {
        resolution,
        area: studyArea([window]),
      });
      expect(places.ids).toEqual(rows.map((i) => golden.cell[i]).sort());
      expect(placeOf.every((place) => place >= 0)).toBe(true);
      for (const row of rows) {
        const place = places.ids.indexOf(golden.cell[row]);
        expect(counts[place]).toBe(Number(golden.count[row]));
        expect(places.lon[place]).toBeCloseTo(Number(golden.lon[row]), 8);
        expect(places.lat[place]).toBeCloseTo(Number(golden.lat[row]), 8);
        expect((places.areaKm2[place] * 1e6) / Number(golden.area_m2[row])).toBeCloseTo(1, 6);
        const { offsets, indices } = places.neighbours;
        const neighbours = [...indices.subarray(offsets[place], offsets[place + 1])].map(
          (i) => places.ids[i],
        );
        expect(neighbours).toEqual(golden.neighbours[row].split(' ').filter(Boolean).sort());
      }
    });

    it(`resolution ${resolution}: containment modes`, () => {
      const golden = sharedTable(`golden/h3/synthA_res${resolution}_cells.csv`);
      const modes: [Containment, string][] = [
        ['centre', 'in_centre'],
        ['overlap', 'in_overlap'],
        ['full', 'in_full'],
      ];
      for (const [containment, column] of modes) {
        const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), {
          resolution,
          area: studyArea([window]),
          containment,
        });
        expect(places.ids).toEqual(golden.cell.filter((_, i) => golden[column][i] === '1').sort());
      }
    });
  }
});

describe('hexagon places', () => {
  const square = [
    [
      [71, 51],
      [71.1, 51],
      [71.1, 51.1],
      [71, 51.1],
      [71, 51],
    ],
  ];

  it('counts no incident outside the polygon and makes no cell of it', () => {
    const area = studyArea([square]);
    const { placeOf, counts, places } = placeInHexagons(
      Float64Array.of(71.05, 71.2),
      Float64Array.of(51.05, 51.05),
      {
        resolution: 9,
        area,
      },
    );
    expect(placeOf[1]).toBe(-1);
    expect(counts.reduce((a, b) => a + b)).toBe(1);
    expect(places.extent).toBe('area');
  });

  it('without an area takes the occupied cells and one ring', () => {
    const { places } = placeInHexagons(Float64Array.of(71.05), Float64Array.of(51.05), { resolution: 9 });
    expect(places.count).toBe(7);
    expect(places.extent).toBe('occupied-neighbourhood');
  });

  it('refuses an area of more cells than memory holds', () => {
    const country = studyArea([
      [
        [
          [46, 41],
          [88, 41],
          [88, 55],
          [46, 55],
          [46, 41],
        ],
      ],
    ]);
    const call = (): unknown =>
      placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 12, area: country });
    expect(call).toThrow(OrynError);
  });
});
