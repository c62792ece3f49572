import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { unionOutline } from '../geometry/union-outline.ts';
import { palette } from '../palette.ts';
import { type Obstacle, placeDiscs } from './disc-placement.ts';
import { ringsOf } from './hot-places-layers.tsx';
import { classOf, type HotPlacesMapProps } from './hot-places-props.ts';
import { ringsPath } from './map-ground.tsx';
import type { Box } from './map-names.tsx';
import { PROBLEM_PLACE_EDGE_OPACITY, problemPlaceEdge, problemPlaceStroke } from './map-style.ts';
import { RankDisc } from './rank-disc.tsx';
import { boundsOf, toPixels, type Viewport } from './viewport.ts';

const RADIUS = 7.5;

/** In a panel more discs would hide a small city; the others are outlined without a number. */
export const DISCS_IN_PANEL = 9;

/** How bad it is to hide a place of a class under a disc. */
const COVER_WEIGHT: Record<string, number> = { hot99: 3, hot95: 2, hot90: 1.5, cold99: 1.5, none: 0.1 };

/** Every problem place outlined, with its rank in a disc beside it. */
export function ProblemPlaceMarks({ labelled }: { readonly labelled: LabelledPlaces }): ReactNode {
  const { shapes, numbered, discs } = labelled;
  return (
    <g data-layer="problem-places">
      {shapes.map(({ rank, data }) => (
        <g key={rank} fill="none" strokeLinejoin="round">
          <path d={data} {...problemPlaceEdge} strokeOpacity={PROBLEM_PLACE_EDGE_OPACITY} />
          <path d={data} {...problemPlaceStroke} />
        </g>
      ))}
      {numbered.map(({ rank, x, y }, i) => (
        <path
          key={rank}
          d={`M${px(x)} ${px(y)}L${px(discs[i]!.x)} ${px(discs[i]!.y)}`}
          stroke={palette.ink}
          strokeWidth={0.9}
        />
      ))}
      {numbered.map(({ rank }, i) => (
        <RankDisc key={rank} x={discs[i]!.x} y={discs[i]!.y} rank={rank} radius={RADIUS} />
      ))}
    </g>
  );
}

/** What the discs and their problem places cover, for names to keep away from. */
export function problemPlaceBoxes({ shapes, discs }: LabelledPlaces): Box[] {
  return [...discs.map(({ x, y }) => ({ x, y, reach: RADIUS })), ...shapes].map(({ x, y, reach }) => ({
    left: x - reach,
    top: y - reach,
    right: x + reach,
    bottom: y + reach,
  }));
}

export type LabelledPlaces = ReturnType<typeof labelPlaces>;

/** Outline and point of every problem place in pixels, and where the discs of the first ones stand. */
export function labelPlaces(map: HotPlacesMapProps, view: Viewport, mostDiscs: number) {
  const shapes = map.problemPlaces.map((place, position) => {
    const outline = unionOutline(ringsOf(map, (i) => map.places.problemPlace[i] === position));
    const bounds = boundsOf(outline.map((ring) => toPixels(view, ring)));
    const [x = 0, y = 0] = toPixels(view, Float64Array.of(place.x, place.y));
    const reach = bounds ? Math.min(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY) / 2 : 0;
    return { rank: place.rank, data: ringsPath(view, outline), x, y, reach };
  });
  // A place that the frame does not show has no disc at its edge either.
  const numbered = shapes.slice(0, mostDiscs).filter(({ data }) => data !== '');
  return { shapes, numbered, discs: placeDiscs(numbered, RADIUS, obstaclesOf(map, view), view) };
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
