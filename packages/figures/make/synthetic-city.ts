import type { HotPlacesMapProps } from '../src/map/hot-places-props.ts';
import type { MapLine } from '../src/map/map-props.ts';

/** A place on no real plane: hexagons, streets and a river for tests and for looking at figures. */
export function syntheticCity(
  size = 26,
): Pick<
  HotPlacesMapProps,
  'places' | 'problemPlaces' | 'boundary' | 'lines' | 'polygons' | 'total' | 'tested'
> {
  const edge = 220;
  const [originX, originY] = [500_000, 5_600_000];
  const centres: [number, number][] = [];
  for (let q = -size; q <= size; q++) {
    for (let r = Math.max(-size, -q - size); r <= Math.min(size, -q + size); r++) {
      centres.push([originX + edge * Math.sqrt(3) * (q + r / 2), originY + edge * 1.5 * r]);
    }
  }
  const random = generator(7);
  const hubs: readonly (readonly [number, number, number, number])[] = [
    [-1500, 2600, 1500, 5],
    [2600, 900, 1100, 4],
    [-3800, -3300, 900, 4],
    [3000, -4300, 800, 3.4],
    [400, 5600, 600, 3],
  ];
  const scores = centres.map(([x, y]) =>
    hubs.reduce(
      (sum, [hx, hy, s, w]) =>
        sum + w * Math.exp(-((x - originX - hx) ** 2 + (y - originY - hy) ** 2) / (2 * s * s)),
      0,
    ),
  );
  const n = scores.map((score) =>
    Math.max(0, Math.floor(score * 4 * random() + (random() < 0.35 ? 1.6 : 0.4))),
  );
  const hotClass = scores.map((score, i) =>
    score > 2.7
      ? 'hot99'
      : score > 1.7
        ? 'hot95'
        : score > 1
          ? 'hot90'
          : score < 1e-9 && n[i]! > 0
            ? ''
            : 'none',
  );
  const problemPlace = new Int32Array(centres.length).fill(-1);
  const problemPlaces: { rank: number; name?: string; x: number; y: number }[] = [];
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  for (const i of order) {
    if (problemPlaces.length === 10) break;
    if (problemPlace[i] !== -1 || problemPlaces.some(({ x, y }) => distance(centres[i]!, [x, y]) < 1500))
      continue;
    const [x, y] = centres[i]!;
    const members = centres.flatMap((c, j) =>
      distance(c, [x, y]) < 400 && problemPlace[j] === -1 ? [j] : [],
    );
    for (const j of members.slice(0, 3)) problemPlace[j] = problemPlaces.length;
    problemPlace[i] = problemPlaces.length;
    problemPlaces.push({ rank: problemPlaces.length + 1, x, y });
  }
  const boundary = Float64Array.from(
    Array.from({ length: 49 }, (_, i) => {
      const angle = ((i % 48) / 48) * 2 * Math.PI;
      const radius = size * edge * 1.5 * (0.92 + 0.06 * Math.cos(3 * angle) + 0.03 * Math.sin(7 * angle));
      return [originX + radius * 1.08 * Math.cos(angle), originY + radius * Math.sin(angle)];
    }).flat(),
  );
  return {
    places: { count: centres.length, rings: (i) => hexagon(centres[i]!, edge), n, hotClass, problemPlace },
    problemPlaces,
    boundary: [boundary],
    lines: streets(originX, originY, size * edge * 1.6, random),
    polygons: [],
    total: n.reduce((sum, x) => sum + x, 0),
    tested: n.length,
  };
}

/** A reproducible stream in [0, 1) (Park and Miller 1988). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function hexagon([x, y]: [number, number], edge: number): Float64Array {
  return Float64Array.from(
    Array.from({ length: 7 }, (_, i) => {
      const angle = ((60 * (i % 6) + 30) * Math.PI) / 180;
      return [x + edge * Math.cos(angle), y + edge * Math.sin(angle)];
    }).flat(),
  );
}

function distance([x, y]: readonly [number, number], [u, v]: readonly [number, number]): number {
  return Math.hypot(x - u, y - v);
}

function streets(originX: number, originY: number, reach: number, random: () => number): MapLine[] {
  const lines: MapLine[] = [];
  for (let i = 0; i < 1500; i++) {
    const turn = 0.25 + (i % 2) * (Math.PI / 2);
    const spread = reach * (random() + random() - 1);
    const along = reach * (random() + random() - 1);
    const length = 150 + random() * 700;
    const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
    const grid = Math.round(spread / 180) * 180;
    const points = [0, 0.5, 1].flatMap((t) => [
      originX + dx * (along + length * t) - dy * grid,
      originY + dy * (along + length * t) + dx * grid + (t === 0.5 ? random() * 12 : 0),
    ]);
    lines.push({ coordinates: Float64Array.from(points), kind: i % 19 === 0 ? 'main' : 'street' });
  }
  const river = Array.from({ length: 60 }, (_, i) => {
    const t = (i / 59) * 2 - 1;
    return [originX + reach * t, originY - 1500 + 900 * Math.sin(3 * t) + 300 * Math.sin(9 * t)];
  });
  lines.push({ coordinates: Float64Array.from(river.flat()), kind: 'river' });
  return lines;
}
