import { offenceGroupOf } from '@oryn/datasets';
import { describe, expect, it } from 'vitest';
import { collection, inside, made, points, type Row, table, text } from './made.ts';

describe.each([...made.keys()])('the planted areas of %s', (id) => {
  it('are 6 to 12 of several cells that stand out of an even background', () => {
    const areas = collection(id, 'truth-areas.geojson').features;
    expect(areas.length).toBeGreaterThanOrEqual(6);
    expect(areas.length).toBeLessThanOrEqual(12);
    const cells = table(text(id, 'truth-cells.csv'));
    const level = ({ expected }: Row): number => Number(expected);
    const mean = cells.reduce((sum, cell) => sum + level(cell), 0) / cells.length;
    expect(Math.max(...cells.map(level))).toBeLessThan(10 * mean);
    const ordinary = cells.filter(({ added }) => Number(added) === 0).map(level);
    ordinary.sort((a, b) => a - b);
    expect(ordinary[Math.floor(0.95 * ordinary.length)]!).toBeLessThan(2 * mean);
    for (const { properties } of areas) {
      expect(properties.expected).toBeGreaterThan(60);
      const own = cells.filter(({ planted }) => planted === properties.name).map(level);
      // The one isolated stack is planted to be missed.
      const isolated = properties.name === 'city-hospital';
      expect(own.length, properties.name).toBeGreaterThanOrEqual(isolated ? 1 : 3);
      expect(own.length, properties.name).toBeLessThanOrEqual(isolated ? 1 : 8);
      const middle = own.reduce((sum, value) => sum + value, 0) / own.length;
      const usual = ordinary[ordinary.length >> 1]!;
      expect(middle, properties.name).toBeGreaterThan(3 * usual);
      expect(middle, properties.name).toBeLessThan(10 * usual);
    }
  });

  it('stack little on one coordinate: a facility of an area, a police station', () => {
    const located = table(text(id, 'simulated-incidents.csv')).filter(
      (row) => offenceGroupOf(row.crime_code!)?.layer === 'place',
    );
    const counts = new Map<string, number>();
    for (const { lon, lat } of located) {
      const key = `${lon},${lat}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const cells = table(text(id, 'truth-cells.csv'));
    const mean = cells.reduce((sum, { expected }) => sum + Number(expected), 0) / cells.length;
    for (const { properties, geometry } of collection(id, 'facilities.geojson').features) {
      const count = counts.get(points(geometry.coordinates)[0]!.join()) ?? 0;
      if (properties.kind === 'police_station') expect(count).toBeLessThan(2 * mean);
    }
    for (const { properties, geometry } of collection(id, 'truth-areas.geojson').features) {
      if (properties.name === 'city-hospital') continue;
      const ring = points(geometry.coordinates);
      for (const [key, count] of counts) {
        const [lon, lat] = key.split(',').map(Number) as [number, number];
        if (inside(lon, lat, ring)) expect(count).toBeLessThan(0.08 * properties.expected);
      }
    }
  });
});
