import {
  type Neighbours,
  type PlanarPoints,
  type Service,
  type SiteDistances,
  serviceOf,
  straightDistances,
  streetDistances,
  sumByPlace,
} from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { OpenBundle } from '@oryn/study';
import type { Position } from 'geojson';
import type { DistanceKind, SitingChoice } from '../siting/siting-choice.ts';
import { filterOf } from './answer.ts';
import { districtOf } from './districts.ts';
import { pointsOf } from './siting-map.ts';
import { onPlane, streetsOf } from './siting-streets.ts';
import type { Question } from './types.ts';

/** What posts are placed on: the incidents, the places where a post could stand, the ways between them. */
export interface Ground {
  by: DistanceKind;
  /** Places of the bundle where a post could stand. */
  candidates: readonly number[];
  /** Their middles, metres. */
  sites: PlanarPoints;
  /** From the candidates to the places of `weights`. */
  distances: SiteDistances;
  /** Incidents of each place that has any. */
  weights: Float64Array;
  /** Posts that stay, degrees, and how near they are to the incidents. */
  stays: readonly Position[];
  existing: Service | undefined;
  streets: StreetFacts | undefined;
}

/** What distances along the streets leave out. */
export interface StreetFacts {
  leftOutMeters: number;
  farthestAccessMeters: number;
  isJoinedAtCrossings: boolean;
}

/** Of more candidates those with most incidents in and around them are taken, for time and memory. */
const MOST_CANDIDATES = 3000;
/** Along the streets: pairs of candidate and incident place, 8 bytes each; crossings that all searches reach, some ten seconds. */
const MOST_STREET_PAIRS = 8e6;
const MOST_REACHED = 4e7;

/** The ground of a question; undefined where it has no incident that may be a reason for a post. */
export function groundOf(
  bundle: OpenBundle,
  question: Question,
  { by: wanted, existing, radius, count }: Pick<SitingChoice, 'by' | 'existing' | 'radius' | 'count'>,
): Ground | undefined {
  const { lon, lat } = bundle.places;
  const { n, isAllowed } = demandOf(bundle, question);
  const demand = [...n.keys()].filter((place) => n[place] > 0);
  if (demand.length === 0) return undefined;
  const inUse = wanted === 'streets' ? streetsOf(bundle) : undefined;
  const most = inUse ? mostAlong(inUse.streets.network.nodes, demand.length) : MOST_CANDIDATES;
  const candidates = candidatesOf(bundle, n, isAllowed, Math.max(count, Math.min(MOST_CANDIDATES, most)));
  const middles = (places: readonly number[]): PlanarPoints =>
    onPlane(
      bundle,
      places.map((place) => [lon[place], lat[place]]),
    );
  const incidents = middles(demand);
  const sites = middles(candidates);
  const weights = Float64Array.from(demand, (place) => n[place]);
  const along = inUse && streetDistances(inUse.streets, sites, incidents);
  const stays = pointsOf(bundle, existing);
  const posts = onPlane(bundle, stays);
  const fromPosts = inUse
    ? streetDistances(inUse.streets, posts, incidents)
    : straightDistances(posts, incidents);
  return {
    by: inUse ? 'streets' : 'straight',
    ...{ candidates, sites, weights, stays },
    distances: along ?? straightDistances(sites, incidents),
    existing: stays.length > 0 ? serviceOf(fromPosts, weights, stays.keys(), { radius }) : undefined,
    streets: inUse &&
      along && {
        leftOutMeters: inUse.streets.leftOutMeters,
        farthestAccessMeters: along.farthestAccessMeters,
        isJoinedAtCrossings: inUse.isJoinedAtCrossings,
      },
  };
}

/** Candidates that can be afforded along the streets; searches start from them or from the incidents, the fewer. */
function mostAlong(nodes: number, demandPlaces: number): number {
  const pairs = Math.floor(MOST_STREET_PAIRS / demandPlaces);
  return demandPlaces * nodes <= MOST_REACHED ? pairs : Math.min(pairs, Math.floor(MOST_REACHED / nodes));
}

/** Incidents per place that may be a reason for a post, and the places of the question's ground. */
function demandOf(bundle: OpenBundle, question: Question): { n: Uint32Array; isAllowed: Uint8Array } {
  const { places, tally, incidents, inMask } = bundle;
  const filter = filterOf(bundle, question);
  const categories = Uint8Array.from(incidents.category.labels, (label, code) =>
    filter.categories?.[code] === 1 && !apartLayerOf(label) ? 1 : 0,
  );
  const n = sumByPlace(tally, places.count, { ...filter, categories });
  const inside = districtOf(bundle, question)?.inside;
  const isAllowed = Uint8Array.from(n, (_, i) => (inMask?.[i] ?? 1) & (inside?.[i] ?? 1));
  return { n: n.map((count, i) => count * (inside?.[i] ?? 1)), isAllowed };
}

/** The places of the mask on the question's ground; where it holds none, the places of the incidents themselves. */
function candidatesOf({ places }: OpenBundle, n: Uint32Array, isAllowed: Uint8Array, most: number): number[] {
  const allowed = [...isAllowed.keys()].filter((i) => isAllowed[i] === 1);
  const all = allowed.length > 0 ? allowed : [...n.keys()].filter((i) => n[i] > 0);
  return busiest(all, n, places.neighbours, most);
}

/** The places with most incidents in and around them, ascending; of equal ones the first. */
export function busiest(
  all: readonly number[],
  n: ArrayLike<number>,
  { offsets, indices }: Pick<Neighbours, 'offsets' | 'indices'>,
  most: number,
): number[] {
  if (all.length <= most) return [...all];
  const around = new Map<number, number>();
  for (const place of all) {
    let sum = n[place];
    for (let at = offsets[place]; at < offsets[place + 1]; at++) sum += n[indices[at]];
    around.set(place, sum);
  }
  return [...all]
    .sort((a, b) => around.get(b)! - around.get(a)! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}
