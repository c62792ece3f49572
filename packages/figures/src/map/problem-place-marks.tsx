import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { unionOutline } from '../geometry/union-outline.ts';
import { palette } from '../palette.ts';
import { type Obstacle, placeDiscs } from './disc-placement.ts';
import { ringsOf } from './hot-places-layers.tsx';
import { classOf, type HotPlacesMapProps } from './hot-places-props.ts';
import { ringsPath } from './map-ground.tsx';
import { RankDisc } from './rank-disc.tsx';
import { boundsOf, toPixels, type Viewport } from './viewport.ts';

const RADIUS = 7.5;

/** How bad it is to hide a place of a class under a disc. */
const COVER_WEIGHT: Record<string, number> = { hot99: 3, hot95: 2, hot90: 1.5, cold99: 1.5, none: 0.1 };

/** Every problem place outlined, with its rank in a disc beside it. */
export function ProblemPlaceMarks(props: {
  readonly map: HotPlacesMapProps;
  readonly view: Viewport;
}): ReactNode {
  const { map, view } = props;
  const shapes = map.problemPlaces.map((place, position) => {
    const outline = unionOutline(ringsOf(map, (i) => map.places.problemPlace[i] === position));
    const bounds = boundsOf(outline.map((ring) => toPixels(view, ring)));
    const [x = 0, y = 0] = toPixels(view, Float64Array.of(place.x, place.y));
    const reach = bounds ? Math.min(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) / 2 : 0;
    return { rank: place.rank, data: ringsPath(view, outline), x, y, reach };
  });
  const discs = placeDiscs(shapes, RADIUS, obstaclesOf(map, view), view);
  return (
    <g data-layer="problem-places">
      {shapes.map(({ rank, data }) => (
        <g key={rank} fill="none" strokeLinejoin="round">
          <path d={data} stroke={palette.paper} strokeWidth={3.2} strokeOpacity={0.85} />
          <path d={data} stroke={palette.ink} strokeWidth={1.6} />
        </g>
      ))}
      {shapes.map(({ rank, x, y }, i) => (
        <path
          key={rank}
          d={`M${px(x)} ${px(y)}L${px(discs[i]!.x)} ${px(discs[i]!.y)}`}
          stroke={palette.ink}
          strokeWidth={0.9}
        />
      ))}
      {shapes.map(({ rank }, i) => (
        <RankDisc key={rank} x={discs[i]!.x} y={discs[i]!.y} rank={rank} radius={RADIUS} />
      ))}
    </g>
  );
}

function obstaclesOf({ places }: HotPlacesMapProps, view: Viewport): Obstacle[] {
  const obstacles: Obstacle[] = [];
  for (let i = 0; i < places.count; i++) {
    const weight = COVER_WEIGHT[classOf(places, i)] ?? 0;
    if (weight === 0 || !(places.n[i]! > 0 || weight > 1)) continue;
    const bounds = boundsOf([toPixels(view, places.rings(i))]);
    if (bounds)
      obstacles.push({ x: (bounds.minX + bounds.maxX) / 2, y: (bounds.minY + bounds.maxY) / 2, weight });
  }
  return obstacles;
}
