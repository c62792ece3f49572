/** What other rooms use of this folder. */
export { EXACT_PLACES, type PatrolRound, patrolRound } from './patrol-round.ts';
export { type SiteDistances, straightDistances } from './site-distances.ts';
export {
  maximalCovering,
  pMedian,
  type RandomService,
  randomService,
  type Service,
  type Siting,
  type SitingMethod,
  type SitingQuestion,
  serviceOf,
} from './siting.ts';
export {
  type ConnectedStreets,
  connectedStreets,
  type StreetDistances,
  streetDistances,
} from './street-distances.ts';
export { type PlanarPath, pathsAlong, streetsWithin } from './street-paths.ts';
