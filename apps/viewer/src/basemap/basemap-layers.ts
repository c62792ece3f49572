import type { Language } from '@oryn/language';
import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { MAP_FONT, widths } from '../map/expressions.ts';
import type { MapPalette } from '../map/map-palette.ts';
import type { BasemapSchema } from './basemap-schema.ts';

const SOURCE = 'basemap';
export const BASE_ROAD_NAMES = 'base-road-names';
export const BASE_NAMES = [BASE_ROAD_NAMES, 'base-places'];

/** A layer of the base map and the layer of the style it goes under. */
export interface PlacedLayer {
  readonly before: string;
  readonly layer: LayerSpecification;
}

/** Name in a language, else the local one. */
export function nameIn(lang: Language): ExpressionSpecification {
  return ['coalesce', ['get', `name:${lang}`], ['get', 'name']];
}

/** A picture of the ground, over the quiet cells and under the hot ones, faint so that the data lead. */
export function rasterLayer(isDark: boolean): PlacedLayer {
  return {
    before: 'outside',
    layer: {
      id: 'base-raster',
      type: 'raster',
      source: SOURCE,
      paint: {
        'raster-opacity': isDark ? 0.4 : 0.7,
        'raster-saturation': -0.7,
        'raster-fade-duration': 0,
      },
    },
  };
}

/** Ground under the data, streets and names over it, in the colours of the study's own ground. */
export function vectorLayers(schema: BasemapSchema, colours: MapPalette): PlacedLayer[] {
  const isOf = (kinds: readonly string[]): ExpressionSpecification => [
    'in',
    ['get', schema.kind],
    ['literal', [...kinds]],
  ];
  const names: NonNullable<SymbolLayerSpecification['layout']> = {
    'text-field': nameIn('ru'),
    'text-font': [MAP_FONT],
  };
  const ink = { 'text-color': colours.label, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 };
  const road = (
    id: string,
    kinds: readonly string[],
    colour: string,
    width: [number, number],
    minzoom = 0,
  ): PlacedLayer => ({
    before: 'lanes',
    layer: {
      id,
      type: 'line',
      source: SOURCE,
      'source-layer': schema.roads,
      filter: isOf(kinds),
      minzoom,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': widths(...width) },
    },
  });
  return [
    {
      before: 'land',
      layer: {
        id: 'base-green',
        type: 'fill',
        source: SOURCE,
        'source-layer': schema.green.layer,
        filter: isOf(schema.green.kinds),
        paint: { 'fill-color': colours.land },
      },
    },
    {
      before: 'water',
      layer: {
        id: 'base-water',
        type: 'fill',
        source: SOURCE,
        'source-layer': schema.water,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colours.water },
      },
    },
    {
      before: 'lanes',
      layer: {
        id: 'base-buildings',
        type: 'fill',
        source: SOURCE,
        'source-layer': schema.buildings,
        minzoom: 14,
        paint: { 'fill-color': colours.street, 'fill-opacity': 0.5 },
      },
    },
    road('base-streets', schema.streets, colours.street, [0.4, 5], 11.5),
    road('base-main-roads', schema.mainRoads, colours.mainStreet, [1.1, 9]),
    road('base-rail', schema.rail, colours.rail, [1, 3], 10),
    {
      before: 'main-names',
      layer: {
        id: BASE_ROAD_NAMES,
        type: 'symbol',
        source: SOURCE,
        'source-layer': schema.roadNames,
        filter: isOf([...schema.mainRoads, ...schema.streets]),
        minzoom: 13,
        layout: { ...names, 'symbol-placement': 'line', 'symbol-spacing': 420, 'text-size': 11.5 },
        paint: ink,
      },
    },
    {
      before: 'main-names',
      layer: {
        id: 'base-places',
        type: 'symbol',
        source: SOURCE,
        'source-layer': schema.places,
        filter: ['has', 'name'],
        maxzoom: 15,
        layout: { ...names, 'text-size': 13, 'text-max-width': 8 },
        paint: ink,
      },
    },
  ];
}
