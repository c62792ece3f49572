import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { MAP_FONT, MAP_FONT_BOLD, role } from './expressions.ts';
import type { MapPalette } from './map-palette.ts';

/** The veil over what is outside a district; problem places with their numbers, and names below the numbers. */
export function placeLayers(colours: MapPalette): LayerSpecification[] {
  const label = { 'text-color': colours.label, 'text-halo-color': colours.halo, 'text-halo-width': 1.6 };
  const streetNames: NonNullable<SymbolLayerSpecification['layout']> = {
    'symbol-placement': 'line',
    'symbol-spacing': 420,
    'text-field': ['get', 'ru'],
    'text-font': [MAP_FONT],
    'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 16, 13],
    'text-max-angle': 30,
  };
  const pointNames: NonNullable<SymbolLayerSpecification['layout']> = {
    'text-field': ['get', 'ru'],
    'text-font': [MAP_FONT],
    'text-size': 11.5,
    'text-offset': [0, 0.8],
    'text-anchor': 'top',
    'text-optional': true,
  };
  const isChosen: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false];
  const isPointed: ExpressionSpecification = ['boolean', ['feature-state', 'pointed'], false];
  return [
    {
      id: 'veil',
      type: 'fill',
      source: 'veil',
      paint: { 'fill-color': colours.veil },
    },
    {
      id: 'district',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.boundary, 'line-width': 2 },
    },
    {
      id: 'place-fill',
      type: 'fill',
      source: 'places',
      paint: { 'fill-color': colours.chosen, 'fill-opacity': 0.001 },
    },
    {
      id: 'place-casing',
      type: 'line',
      source: 'places',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.casing, 'line-width': ['case', isChosen, 8, isPointed, 7, 4.5] },
    },
    {
      id: 'place-outline',
      type: 'line',
      source: 'places',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colours.ink,
        'line-width': ['case', isChosen, 4, isPointed, 3.5, 2],
      },
    },
    {
      id: 'main-names',
      type: 'symbol',
      source: 'context',
      filter: ['all', role('main'), ['has', 'ru']],
      minzoom: 12.5,
      layout: streetNames,
      paint: label,
    },
    {
      id: 'street-names',
      type: 'symbol',
      source: 'context',
      filter: ['all', role('street', 'lane'), ['has', 'ru']],
      minzoom: 14,
      layout: streetNames,
      paint: label,
    },
    {
      id: 'water-names',
      type: 'symbol',
      source: 'context',
      filter: ['all', role('water'), ['has', 'ru']],
      minzoom: 11,
      layout: { 'text-field': ['get', 'ru'], 'text-font': [MAP_FONT], 'text-size': 11.5 },
      paint: { ...label, 'text-color': colours.waterText },
    },
    {
      id: 'district-names',
      type: 'symbol',
      source: 'context',
      filter: role('district-name'),
      minzoom: 10.5,
      maxzoom: 14,
      layout: {
        'text-field': ['get', 'ru'],
        'text-font': [MAP_FONT_BOLD],
        'text-size': 12,
        'text-letter-spacing': 0.03,
        'text-max-width': 7,
        // Beside a disc rather than under it.
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 1.6,
      },
      paint: { ...label, 'text-color': colours.district },
    },
    {
      id: 'points',
      type: 'circle',
      source: 'context',
      filter: ['all', role('point'), ['!', ['has', 'isPost']]],
      minzoom: 14.5,
      paint: {
        'circle-radius': 3,
        'circle-color': colours.label,
        'circle-stroke-width': 1.5,
        'circle-stroke-color': colours.halo,
      },
    },
    {
      id: 'point-names',
      type: 'symbol',
      source: 'context',
      filter: ['all', role('point'), ['!', ['has', 'isPost']], ['has', 'ru']],
      minzoom: 15,
      layout: pointNames,
      paint: label,
    },
    {
      id: 'posts',
      type: 'symbol',
      source: 'context',
      filter: ['has', 'isPost'],
      layout: { 'icon-image': 'post', 'icon-allow-overlap': true },
    },
    {
      id: 'post-names',
      type: 'symbol',
      source: 'context',
      filter: ['all', ['has', 'isPost'], ['has', 'ru']],
      minzoom: 12.5,
      layout: { ...pointNames, 'text-font': [MAP_FONT_BOLD], 'text-offset': [0, 1] },
      paint: { ...label, 'text-color': colours.post },
    },
    discLayer('discs-more', 'disc', false),
    discLayer('discs', 'disc', true),
    discLayer('disc-chosen', 'disc-chosen', true),
  ];
}

/** The first places have their disc at every zoom; the others where there is room, and where one zooms in. */
const ALWAYS_SHOWN = 30;

export type DiscLayer = 'discs' | 'discs-more' | 'disc-chosen';

/** Which places each layer of discs shows. */
export function discFilters(chosen: string | undefined): Record<DiscLayer, ExpressionSpecification> {
  const isOther: ExpressionSpecification = ['!=', ['get', 'id'], chosen ?? ''];
  return {
    discs: ['all', isOther, ['<=', ['get', 'rank'], ALWAYS_SHOWN]],
    'discs-more': ['all', isOther, ['>', ['get', 'rank'], ALWAYS_SHOWN]],
    'disc-chosen': ['==', ['get', 'id'], chosen ?? ''],
  };
}

/** Numbered discs; of discs that overlap the higher rank lies on top. */
function discLayer(id: DiscLayer, image: string, isAlways: boolean): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'discs',
    filter: discFilters(undefined)[id],
    layout: {
      'icon-image': image,
      'icon-allow-overlap': isAlways,
      'text-field': ['to-string', ['get', 'rank']],
      'text-font': [MAP_FONT_BOLD],
      'text-size': ['case', ['>', ['get', 'rank'], 99], 10, 12],
      'text-allow-overlap': isAlways,
      'text-ignore-placement': true,
      'symbol-sort-key': isAlways ? ['-', 0, ['get', 'rank']] : ['get', 'rank'],
    },
    paint: { 'text-color': '#FFFFFF' },
  };
}
