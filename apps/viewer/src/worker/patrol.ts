import { EXACT_PLACES, patrolRound, straightDistances, streetDistances } from '@oryn/core';
import type { OpenBundle } from '@oryn/study';
import type { MultiLineString, Position } from 'geojson';
import type { DistanceKind } from '../siting/siting-choice.ts';
import { onPlane, pathsBetween, streetsOf } from './siting-streets.ts';

/** A place to be visited: its middle, degrees. */
export interface Stop {
  id: string;
  lon: number;
  lat: number;
}

export interface PatrolAnswer {
  /** In the order of the round. */
  ids: string[];
  meters: number;
  isProvenShortest: boolean;
  /** Places up to which the shortest is computed. */
  exactPlaces: number;
  by: DistanceKind;
  line: MultiLineString;
}

/** The shortest round through some places that was found. */
export function patrol(bundle: OpenBundle, stops: readonly Stop[], by: DistanceKind): PatrolAnswer {
  const points = onPlane(
    bundle,
    stops.map(({ lon, lat }) => [lon, lat]),
  );
  const inUse = by === 'streets' ? streetsOf(bundle) : undefined;
  const distances = inUse
    ? streetDistances(inUse.streets, points, points)
    : straightDistances(points, points);
  const matrix = new Float64Array(stops.length ** 2);
  stops.forEach((_, i) => {
    matrix.set(distances.rowOf(i), i * stops.length);
  });
  const { order, meters, isProvenShortest } = patrolRound(matrix);
  const round = [...order].map((i) => stops[i]);
  const corners = [...round, round[0]].map(({ lon, lat }): Position => [lon, lat]);
  return {
    ids: round.map(({ id }) => id),
    meters,
    isProvenShortest,
    exactPlaces: EXACT_PLACES,
    by: inUse ? 'streets' : 'straight',
    line: {
      type: 'MultiLineString',
      coordinates: inUse ? pathsBetween(bundle, corners) : [corners],
    },
  };
}
