import type { OpenBundle } from '@oryn/study';
import type { Feature, FeatureCollection, Position } from 'geojson';
import type { DistanceKind, ExistingPosts } from '../siting/siting-choice.ts';
import { contextForMap } from './context.ts';
import { reachOf } from './siting-streets.ts';

/** Points of the study that stay as posts, degrees. */
export function pointsOf({ context }: OpenBundle, existing: ExistingPosts): Position[] {
  if (existing === 'none') return [];
  return contextForMap(context).features.flatMap(({ geometry, properties }) => {
    if (properties?.role !== 'point' || (existing === 'police' && !properties.isPost)) return [];
    if (geometry.type === 'Point') return [geometry.coordinates];
    return geometry.type === 'MultiPoint' ? geometry.coordinates : [];
  });
}

/** Corners of a circle on the map. */
const CORNERS = 72;

/**
 * What the map shows of a suggestion: posts, the posts that stay, and what lies within the radius of each: a circle
 * for distances in a straight line, the streets that are reached for distances along them. `kind` says which.
 */
export function sitingMap(
  bundle: OpenBundle,
  posts: readonly { letter: string; lon: number; lat: number }[],
  stays: readonly Position[],
  radius: number,
  by: DistanceKind,
): FeatureCollection {
  const at = [...posts.map(({ lon, lat }): Position => [lon, lat]), ...stays];
  const within: Feature[] =
    by === 'streets'
      ? [{ type: 'Feature', properties: { kind: 'reach' }, geometry: reachOf(bundle, at, radius) }]
      : at.map((middle, i) => ({
          type: 'Feature',
          properties: { kind: i < posts.length ? 'circle' : 'circle-stays' },
          geometry: { type: 'Polygon', coordinates: [circle(bundle, middle, radius)] },
        }));
  const symbol = (kind: 'post' | 'stays', coordinates: Position, letter = ''): Feature => ({
    type: 'Feature',
    properties: { kind, letter },
    geometry: { type: 'Point', coordinates },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...within,
      ...stays.map((position) => symbol('stays', position)),
      ...posts.map(({ lon, lat, letter }) => symbol('post', [lon, lat], letter)),
    ],
  };
}

function circle({ plane }: OpenBundle, [lon, lat]: Position, radius: number): Position[] {
  const [x, y] = plane.project(lon, lat);
  return Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    return plane.unproject(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  });
}
