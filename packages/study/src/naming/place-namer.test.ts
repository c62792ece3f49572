import { hexagonPlaces } from '@oryn/core';
import type { Feature, Geometry, Position } from 'geojson';
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { roleOf } from './context-role.ts';
import { placeNameText } from './place-name-text.ts';
import { PlaceNamer } from './place-namer.ts';

const CENTRE = latLngToCell(51.15, 71.43, 9);
const cells = [...gridDisk(CENTRE, 4)].sort();
const places = hexagonPlaces(cells, 9, 'area');
const [LAT, LON] = cellToLatLng(CENTRE);
const centre = places.ids.indexOf(CENTRE);

const feature = (geometry: Geometry, properties: Record<string, string>): Feature => ({
  type: 'Feature',
  properties,
  geometry,
});
const line = (name: string, ...coordinates: Position[]): Feature =>
  feature({ type: 'LineString', coordinates }, { name, name_kk: `${name} көшесі` });
const district = (name: string, half: number): Feature =>
  feature(
    {
      type: 'Polygon',
      coordinates: [
        [
          [LON - half, LAT - half],
          [LON + half, LAT - half],
          [LON + half, LAT + half],
          [LON - half, LAT + half],
          [LON - half, LAT - half],
        ],
      ],
    },
    { name },
  );

/** Metres east and north of the centre, as degrees. */
const at = (east: number, north: number): Position => [
  LON + east / (111_195 * Math.cos((LAT * Math.PI) / 180)),
  LAT + north / 111_195,
];

describe('the name of a problem place', () => {
  it('is the crossing of two streets that share a point in it', () => {
    const streets = [
      line('Abay', at(-900, 20), at(10, 20), at(900, 20)),
      line('Tole', at(10, -300), at(10, 20), at(10, 300)),
      line('Far', at(600, -50), at(600, 20), at(600, 900)),
    ];
    const name = new PlaceNamer(streets, places).nameOf([centre], LON, LAT);
    expect(name.kind).toBe('crossing');
    expect(placeNameText('en', name)).toBe('Abay — Tole');
    expect(placeNameText('kk', name)).toBe('Abay көшесі — Tole көшесі');
  });

  it('is the streets with most length in it where none cross', () => {
    const streets = [line('Abay', at(-150, 60), at(150, 60)), line('Tole', at(-80, -60), at(80, -60))];
    const name = new PlaceNamer(streets, places).nameOf([centre], LON, LAT);
    expect([name.kind, placeNameText('en', name)]).toEqual(['streets', 'Abay — Tole']);
    const one = new PlaceNamer(streets.slice(0, 1), places).nameOf([centre], LON, LAT);
    expect([one.kind, placeNameText('en', one)]).toEqual(['street', 'Abay']);
  });

  it('is the way from the nearest street where none is in it, with the district', () => {
    const features = [line('Abay', at(-3000, -410), at(3000, -410)), district('Saryarqa', 0.1)];
    const name = new PlaceNamer(features, places).nameOf([centre], LON, LAT);
    expect(name).toMatchObject({ kind: 'direction', direction: 'north' });
    expect(placeNameText('en', name)).toBe('Saryarqa, 400 m north of Abay');
    expect(placeNameText('ru', name)).toBe('Saryarqa, в 400 м к северу от ориентира «Abay»');
    const east = new PlaceNamer([line('Abay', at(-500, -500), at(-500, 500))], places).nameOf(
      [centre],
      LON,
      LAT,
    );
    expect(placeNameText('en', east)).toBe('500 m east of Abay');
  });

  it('is the district alone, or nothing, where no street is near', () => {
    expect(
      placeNameText('en', new PlaceNamer([district('Almaty', 0.1)], places).nameOf([centre], LON, LAT)),
    ).toBe('Almaty');
    expect(placeNameText('en', new PlaceNamer([], places).nameOf([centre], LON, LAT))).toBe('');
  });

  it('is never a river, a railway or a business', () => {
    const others = [
      line('Есіл өзені', at(-100, 0), at(100, 0)),
      line('Железная дорога', at(-100, 0), at(100, 0)),
      feature({ type: 'Point', coordinates: at(0, 0) }, { name: 'Market' }),
    ];
    expect(new PlaceNamer(others, places).nameOf([centre], LON, LAT).kind).toBe('none');
  });
});

describe('what a feature of the context is', () => {
  const shape: Geometry = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  };
  const polygon = district('x', 1).geometry;
  it('is told by its kind, its class, and its name last', () => {
    expect(roleOf(feature(shape, { class: 'main' }))).toBe('main');
    expect(roleOf(feature(shape, {}))).toBe('street');
    expect(roleOf(feature(shape, { kind: 'rail' }))).toBe('rail');
    expect(roleOf(feature(shape, { name_ru: 'Железная дорога' }))).toBe('rail');
    expect(roleOf(feature(polygon, { name_kk: 'Тассу өзені' }))).toBe('water');
    expect(roleOf(feature(shape, { class: 'street', name_en: 'River Street' }))).toBe('street');
    expect(roleOf(feature(polygon, { use: 'industry' }))).toBe('land');
    expect(roleOf(feature(polygon, { name: 'Central District' }))).toBe('district');
  });
});
