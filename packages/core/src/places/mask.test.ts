import type { Feature } from 'geojson';
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsOfFeatures, visitLineParts } from './mask.ts';

const line = (coordinates: number[][]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates },
});

describe('cells of features', () => {
  it('finds every cell a line crosses, as ten thousand samples along it do', () => {
    const coordinates = [
      [71.4, 51.1],
      [71.47, 51.163],
      [71.39, 51.158],
    ];
    const found = cellsOfFeatures([line(coordinates)], 9);
    const sampled = new Set<string>();
    for (let part = 1; part < coordinates.length; part++) {
      for (let step = 0; step <= 10_000; step++) {
        const t = step / 10_000;
        const [x1, y1] = coordinates[part - 1];
        const [x2, y2] = coordinates[part];
        sampled.add(latLngToCell(y1 + t * (y2 - y1), x1 + t * (x2 - x1), 9));
      }
    }
    for (const cell of sampled) expect(found.has(cell)).toBe(true);
    expect(found.size).toBeGreaterThanOrEqual(sampled.size);
    expect(found.size).toBeLessThanOrEqual(sampled.size + 2);
  });

  it('cuts a line into parts that add up to its length', () => {
    let length = 0;
    visitLineParts(
      [
        [71.4, 51.1],
        [71.5, 51.1],
      ],
      9,
      (x1, _y1, x2) => {
        length += x2 - x1;
      },
    );
    // Parts that straddle an edge are cut to their ends: up to 1e-7 degrees at each of some 20 edges.
    expect(Math.abs(length - 0.1)).toBeLessThan(1e-5);
  });

  it('counts a population point only where people live', () => {
    const point = (population: number): Feature => ({
      type: 'Feature',
      properties: { population },
      geometry: { type: 'Point', coordinates: [71.4 + population / 100, 51.1] },
    });
    expect(cellsOfFeatures([point(0), point(5)], 9).size).toBe(1);
  });
});
