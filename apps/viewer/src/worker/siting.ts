import {
  maximalCovering,
  type PlanarPoints,
  pMedian,
  randomService,
  type Service,
  type Siting,
  serviceOf,
  straightDistances,
} from '@oryn/core';
import type { Language } from '@oryn/language';
import { type OpenBundle, placeNameText } from '@oryn/study';
import type { FeatureCollection } from 'geojson';
import type { SitingChoice } from '../siting/siting-choice.ts';
import { inLanguages } from './answer.ts';
import { type Ground, groundOf, type StreetFacts } from './siting-ground.ts';
import { pointsOf, sitingMap } from './siting-map.ts';
import { streetsOf } from './siting-streets.ts';
import type { Question } from './types.ts';

/** A suggested post. */
export interface SuggestedPost {
  /** A, B, C …, the one nearest to most incidents first. */
  letter: string;
  lon: number;
  lat: number;
  name: Record<Language, string>;
  /** Incidents to which no post is nearer. */
  n: number;
  /** Their mean distance to it, metres; NaN without an incident. */
  meanMeters: number;
}

/** How near a choice of posts is to the incidents. */
export interface ServiceRow {
  of: 'suggested' | 'even' | 'random' | 'existing';
  /** 0–1, of the incidents asked for. */
  shareWithin: number;
  /** NaN where there is no post. */
  meanMeters: number;
  /** Nine tenths of the draws; of the random posts alone. */
  ranges?: { share: [number, number]; meters: [number, number] };
}

/** What was asked; along the streets only where there are streets. */
export type SitingAsked = Omit<SitingChoice, 'travel' | 'visit'>;

export interface SitingAnswer {
  asked: SitingAsked;
  posts: SuggestedPost[];
  rows: ServiceRow[];
  /** Incidents asked for, without those that police find themselves and those without a scene. */
  incidents: number;
  /** The largest share, or the least mean distance, that no choice of as many candidates passes. */
  bestPossible: number;
  isProvenBest: boolean;
  candidates: number;
  demandPlaces: number;
  existing: number;
  restarts: number;
  draws: number;
  seed: number;
  /** With distances along the streets. */
  streets: StreetFacts | undefined;
  /** Posts, posts that stay, and circles of the radius; `kind` says which. */
  map: FeatureCollection;
}

/** What the page offers for a bundle. */
export interface SitingFacts {
  hasStreets: boolean;
  police: number;
  points: number;
}

export function sitingFacts(bundle: OpenBundle): SitingFacts {
  return {
    hasStreets: streetsOf(bundle) !== undefined,
    police: pointsOf(bundle, 'police').length,
    points: pointsOf(bundle, 'points').length,
  };
}

/**
 * Where new posts would be nearest to the incidents of a question. Null where no incident is left: offences that
 * police find themselves, or without a scene, are never a reason for a post.
 */
export function siting(bundle: OpenBundle, question: Question, choice: SitingAsked): SitingAnswer | null {
  const ground = groundOf(bundle, question, choice);
  if (!ground) return null;
  const { by, candidates, sites, distances, weights, stays, existing } = ground;
  const { seed } = bundle.manifest.study;
  const { radius } = choice;
  const count = Math.min(choice.count, candidates.length);
  const asked = { count, radius, fixed: existing?.distance, seed };
  const found = (choice.goal === 'median' ? pMedian : maximalCovering)(distances, weights, asked);
  const random = randomService(distances, weights, asked);
  const even = serviceOf(distances, weights, evenSites(sites, count, seed), asked);
  const posts = suggestedPosts(bundle, ground, found);
  const { isProvenBest, bestPossible, restarts } = found;
  return {
    asked: { ...choice, by, count },
    posts,
    rows: [
      rowOf('suggested', found.service),
      rowOf('even', even),
      { ...rowOf('random', random), ranges: { share: random.shareRange, meters: random.metersRange } },
      ...(existing ? [rowOf('existing', existing)] : []),
    ],
    incidents: found.weight,
    candidates: candidates.length,
    demandPlaces: found.demandPlaces,
    existing: stays.length,
    draws: random.draws,
    ...{ isProvenBest, bestPossible, restarts, seed },
    streets: ground.streets,
    map: sitingMap(bundle, posts, stays, radius, by),
  };
}

const rowOf = (
  of: ServiceRow['of'],
  { shareWithin, meanMeters }: Pick<Service, 'shareWithin' | 'meanMeters'>,
): ServiceRow => ({ of, shareWithin, meanMeters });

/** The posts chosen, with the incidents that no other post is nearer to, most first. */
function suggestedPosts(
  { places, namer }: OpenBundle,
  { candidates, weights }: Ground,
  { sites, service }: Siting,
): SuggestedPost[] {
  const posts = [...sites].map((site) => {
    let [n, meters] = [0, 0];
    service.nearest.forEach((its, i) => {
      if (its !== site) return;
      n += weights[i];
      meters += weights[i] * service.distance[i];
    });
    const place = candidates[site];
    const [lon, lat] = [places.lon[place], places.lat[place]];
    const name = namer.nameOf([place], lon, lat);
    return { lon, lat, n, meanMeters: meters / n, name: inLanguages((lang) => placeNameText(lang, name)) };
  });
  return posts.sort((a, b) => b.n - a.n).map((post, i) => ({ ...post, letter: letterOf(i) }));
}

/** A, B, C …: numbers are those of the problem places. */
const letterOf = (i: number): string => String.fromCharCode(65 + i);

/** Posts spread evenly over the candidates, whatever happens there: nearest on average to every one of them. */
function evenSites(sites: PlanarPoints, count: number, seed: number): Uint32Array {
  const weights = new Float64Array(sites.x.length).fill(1);
  return pMedian(straightDistances(sites, sites), weights, { count, radius: 0, seed, restarts: 2 }).sites;
}
