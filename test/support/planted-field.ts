import {
  type hexagonNeighbours,
  type Places,
  placeInHexagons,
  type RandomStream,
  studyArea,
} from '../../packages/core/src/index.ts';

/** Laws of the true levels of places in an invented field; the mean of each is 1. */
export type Background = 'poisson' | 'gamma-2' | 'gamma-0.5' | 'lognormal-1';

export interface PlantedField {
  counts: Uint32Array;
  /** Region of each place, -1 where none was planted. */
  regionOf: Int32Array;
}

/** A rectangle of resolution 9 hexagons, `width` by `height` degrees at 51 degrees north. */
export function rectangleOfHexagons(width: number, height: number): Places {
  const area = studyArea([
    [
      [
        [71, 51],
        [71 + width, 51],
        [71 + width, 51 + height],
        [71, 51 + height],
        [71, 51],
      ],
    ],
  ]);
  return placeInHexagons(new Float64Array(0), new Float64Array(0), { resolution: 9, area }).places;
}

/** Regions planted in every field: the factor on the level of their places, and how many places. */
export const PLANTED_REGIONS: readonly { factor: number; places: number }[] = [
  { factor: 2, places: 7 },
  { factor: 3, places: 7 },
  { factor: 5, places: 7 },
  { factor: 8, places: 4 },
  { factor: 12, places: 3 },
  { factor: 3, places: 4 },
  { factor: 6, places: 2 },
  { factor: 15, places: 1 },
];

/** Counts over a background, with regions of random connected shape at random spots. */
export function plantedField(
  { neighbours, count }: { neighbours: ReturnType<typeof hexagonNeighbours>; count: number },
  background: Background,
  mean: number,
  regions: readonly { factor: number; places: number }[],
  random: RandomStream,
): PlantedField {
  const { offsets, indices } = neighbours;
  const regionOf = new Int32Array(count).fill(-1);
  regions.forEach(({ places }, region) => {
    let start = random.integer(0, count - 1);
    while (regionOf[start] >= 0) start = random.integer(0, count - 1);
    const members = [start];
    regionOf[start] = region;
    for (let tries = 0; members.length < places && tries < 200; tries++) {
      const from = members[random.integer(0, members.length - 1)];
      if (offsets[from] === offsets[from + 1]) continue;
      const next = indices[random.integer(offsets[from], offsets[from + 1] - 1)];
      if (regionOf[next] >= 0) continue;
      regionOf[next] = region;
      members.push(next);
    }
  });
  const counts = Uint32Array.from(regionOf, (region) =>
    random.poisson(mean * levelOf(background, random) * (region >= 0 ? regions[region].factor : 1)),
  );
  return { counts, regionOf };
}

function levelOf(background: Background, random: RandomStream): number {
  if (background === 'poisson') return 1;
  if (background === 'lognormal-1') return Math.exp(random.normal() - 0.5);
  const shape = background === 'gamma-2' ? 2 : 0.5;
  return gammaValue(shape, random) / shape;
}

/** A gamma value of scale 1 (Marsaglia & Tsang 2000). */
export function gammaValue(shape: number, random: RandomStream): number {
  if (shape < 1) return gammaValue(shape + 1, random) * Math.max(random.uniform(), 1e-300) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
