import { cellArea, cellToLatLng, gridDisk, polygonToCells, polygonToCellsExperimental, UNITS } from 'h3-js';
import { OrynError } from '../errors/oryn-error.ts';
import { binToCells } from './bin-to-cells.ts';
import { MOST_CELLS } from './most-cells.ts';
import { hexagonNeighbours } from './neighbours.ts';
import type { HexagonPlaces, PlacedPoints } from './places.ts';
import type { StudyArea } from './study-area.ts';

/** How the cells of an area are chosen besides the occupied ones (H3's containment modes). */
export type Containment = 'centre' | 'overlap' | 'full';

/**
 * The H3 places of a study and the place of every point.
 *
 * With an area: the cells chosen by `containment` plus every cell that holds a point which itself lies in the
 * polygon, so no point is lost at the rim. Without: the occupied cells and one ring around them; shares of a
 * city cannot be stated of those.
 *
 * @param resolution 7 to 12
 * @throws OrynError memory.cells
 */
export function placeInHexagons(
  longitudes: Float64Array,
  latitudes: Float64Array,
  options: { resolution: number; area?: StudyArea | undefined; containment?: Containment | undefined },
): PlacedPoints<HexagonPlaces> {
  const { resolution, area, containment = 'centre' } = options;
  const inside: number[] = [];
  for (let i = 0; i < longitudes.length; i++) {
    if (!area || area.contains(longitudes[i], latitudes[i])) inside.push(i);
  }
  const bins = binToCells(
    Float64Array.from(inside, (i) => longitudes[i]),
    Float64Array.from(inside, (i) => latitudes[i]),
    resolution,
  );
  const cells = new Set(bins.cells);
  if (area) for (const cell of cellsOfArea(area, resolution, containment)) cells.add(cell);
  else for (const cell of bins.cells) for (const near of gridDisk(cell, 1)) cells.add(near);

  const places = hexagonPlaces([...cells].sort(), resolution, area ? 'area' : 'occupied-neighbourhood');
  const position = new Map(places.ids.map((id, index) => [id, index]));
  const placeOfBin = bins.cells.map((cell) => position.get(cell)!);
  const placeOf = new Int32Array(longitudes.length).fill(-1);
  const counts = new Uint32Array(places.count);
  inside.forEach((point, index) => {
    const place = placeOfBin[bins.cellOf[index]];
    placeOf[point] = place;
    counts[place]++;
  });
  return { places, placeOf, counts };
}

/** Places of known cells, ascending. */
export function hexagonPlaces(
  ids: string[],
  resolution: number,
  extent: HexagonPlaces['extent'],
): HexagonPlaces {
  const count = ids.length;
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  const areaKm2 = new Float64Array(count);
  ids.forEach((id, index) => {
    [lat[index], lon[index]] = cellToLatLng(id);
    areaKm2[index] = cellArea(id, UNITS.km2);
  });
  const neighbours = hexagonNeighbours(ids);
  return { kind: 'h3', resolution, count, ids, lon, lat, areaKm2, neighbours, extent };
}

function cellsOfArea(area: StudyArea, resolution: number, containment: Containment): Set<string> {
  const { west, south, east, north } = area.bounds;
  const cellKm2 = cellArea(
    binToCells([(west + east) / 2], [(south + north) / 2], resolution).cells[0],
    UNITS.km2,
  );
  const expected = area.area / cellKm2;
  if (expected > MOST_CELLS) {
    throw new OrynError('memory.cells', { cells: Math.round(expected), limit: MOST_CELLS });
  }
  const cells = new Set<string>();
  for (const polygon of area.polygons) {
    const found =
      containment === 'centre'
        ? polygonToCells(polygon, resolution, true)
        : polygonToCellsExperimental(
            polygon,
            resolution,
            containment === 'overlap' ? 'containmentOverlapping' : 'containmentFull',
            true,
          );
    for (const cell of found) cells.add(cell);
  }
  return cells;
}
