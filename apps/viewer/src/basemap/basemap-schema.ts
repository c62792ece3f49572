/** How vector tiles name what a base map shows. */
export interface BasemapSchema {
  /** The attribute that says what a feature is. */
  readonly kind: string;
  readonly green: { readonly layer: string; readonly kinds: readonly string[] };
  readonly water: string;
  readonly buildings: string;
  readonly roads: string;
  readonly roadNames: string;
  readonly places: string;
  readonly mainRoads: readonly string[];
  readonly streets: readonly string[];
  readonly rail: readonly string[];
}

/** The two schemas of OpenStreetMap data in use: docs.protomaps.com/basemaps/layers, openmaptiles.org/schema. */
export const schemas = {
  protomaps: {
    kind: 'kind',
    green: { layer: 'landuse', kinds: ['park', 'forest', 'wood', 'grass', 'cemetery', 'nature_reserve'] },
    water: 'water',
    buildings: 'buildings',
    roads: 'roads',
    roadNames: 'roads',
    places: 'places',
    mainRoads: ['highway', 'major_road', 'medium_road'],
    streets: ['minor_road'],
    rail: ['rail'],
  },
  openmaptiles: {
    kind: 'class',
    green: { layer: 'landcover', kinds: ['grass', 'wood', 'park'] },
    water: 'water',
    buildings: 'building',
    roads: 'transportation',
    roadNames: 'transportation_name',
    places: 'place',
    mainRoads: ['motorway', 'trunk', 'primary', 'secondary'],
    streets: ['tertiary', 'minor', 'service'],
    rail: ['rail', 'transit'],
  },
} as const satisfies Record<string, BasemapSchema>;

/** The schema whose roads are among the layers of some tiles. */
export function schemaOf(layers: readonly string[]): BasemapSchema {
  return layers.includes(schemas.openmaptiles.roads) ? schemas.openmaptiles : schemas.protomaps;
}
