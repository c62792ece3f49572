import type { StyleSpecification } from 'maplibre-gl';
import { dataLayers } from './data-layers.ts';
import { groundLayers, lineLayers } from './ground-layers.ts';
import type { MapPalette } from './map-palette.ts';
import { placeLayers } from './place-layers.ts';
import { sitingGround, sitingSymbols } from './siting-layers.ts';

/** Sources of the map, all local; each begins empty. */
const sourceIds = [
  'outside',
  'boundary',
  'context',
  'density',
  'veil',
  'district',
  'places',
  'discs',
  'siting',
] as const;
export type SourceId = (typeof sourceIds)[number];

/** A map without a server: ground, the study's own lines, and the data. */
export function mapStyle(colours: MapPalette): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] };
  return {
    version: 8,
    sources: Object.fromEntries(
      sourceIds.map((id) => [
        id,
        {
          type: 'geojson' as const,
          data: empty,
          ...(id === 'places' || id === 'discs' ? { promoteId: 'id' } : {}),
        },
      ]),
    ),
    layers: [
      ...groundLayers(colours),
      ...dataLayers(colours),
      ...lineLayers(colours),
      ...sitingGround(colours),
      ...placeLayers(colours),
      ...sitingSymbols(colours),
    ],
    transition: { duration: 150, delay: 0 },
  };
}
