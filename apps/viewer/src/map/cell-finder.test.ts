import { placeInHexagons, randomStream } from '@oryn/core';
import { describe, expect, it } from 'vitest';
import { cellShapes } from '../worker/cells.ts';
import { CellFinder } from './cell-finder.ts';

/** Points of the steppe; half of them are far from the others, so that the grid has empty squares. */
function randomPoints(count: number): { lon: Float64Array; lat: Float64Array } {
  const random = randomStream(3);
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const isFar = i % 2 === 0;
    lon[i] = (isFar ? 67.1 : 66.4) + random.normal() * 0.02;
    lat[i] = 47.2 + random.normal() * (isFar ? 0.002 : 0.02);
  }
  return { lon, lat };
}

describe('the cell under a point', () => {
  it.each([8, 9, 10])('is that of H3 at resolution %i, and none where the study has none', (resolution) => {
    const { lon, lat } = randomPoints(4000);
    const known = placeInHexagons(lon.slice(0, 2000), lat.slice(0, 2000), { resolution });
    const all = placeInHexagons(lon, lat, { resolution });
    const finder = new CellFinder(cellShapes({ places: known.places }));
    const isKnown = new Set(known.places.ids);
    let outside = 0;
    let nearEdge = 0;
    for (let i = 0; i < lon.length; i++) {
      const id = all.places.ids[all.placeOf[i]];
      const expected = isKnown.has(id) ? known.places.ids.indexOf(id) : undefined;
      if (expected === undefined) outside++;
      // A float on the map is some centimetres: a point that near to an edge may fall on its other side.
      if (finder.at(lon[i], lat[i]) !== expected) nearEdge++;
    }
    expect(nearEdge).toBeLessThanOrEqual(4);
    if (resolution > 8) expect(outside).toBeGreaterThan(0);
  });

  it('is none in a study without cells', () => {
    const { places } = placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9 });
    expect(new CellFinder(cellShapes({ places })).at(66.4, 47.2)).toBeUndefined();
  });
});
