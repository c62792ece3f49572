/**
 * Values of the tag `highway` that are streets: carriageways that people live on and pass along, ramps with their road,
 * and streets for people on foot. Left out is what leads into a yard or is only walked or ridden on (service, track,
 * footway, path, cycleway, steps) and what is no road yet (construction, proposed): they can outnumber the streets, and
 * each would be one more place without a crime in the denominator.
 */
export const STREET_CLASSES: ReadonlySet<string> = new Set([
  'motorway',
  'motorway_link',
  'trunk',
  'trunk_link',
  'primary',
  'primary_link',
  'secondary',
  'secondary_link',
  'tertiary',
  'tertiary_link',
  'unclassified',
  'residential',
  'living_street',
  'pedestrian',
  'road',
]);

/** Drawn as main streets. */
const MAIN = /^(motorway|trunk|primary|secondary)(_link)?$/;

/** How a street is drawn under the map. */
export function drawnAs(highway: string): 'main' | 'street' | 'lane' {
  if (MAIN.test(highway)) return 'main';
  return STREET_CLASSES.has(highway) && highway !== 'living_street' ? 'street' : 'lane';
}

/** Tags that a street keeps as properties. Others, such as `place` of a square, would be taken for an id or a class. */
export const STREET_TAGS = [
  'highway',
  'name',
  'name:kk',
  'name:ru',
  'name:en',
  'ref',
  'oneway',
  'junction',
  'lanes',
  'maxspeed',
  'surface',
  'lit',
  'bridge',
  'tunnel',
  'access',
] as const;
