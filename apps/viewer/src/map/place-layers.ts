import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { MAP_FONT, MAP_FONT_BOLD, role } from './expressions.ts';
import type { MapPalette } from './map-palette.ts';

/** Problem places with their numbers, and names below the numbers. */
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
  const isChosen: ExpressionSpecification = ['boolean', ['feature-state', 'chosen'], false];
  const isPointed: ExpressionSpecification = ['boolean', ['feature-state', 'pointed'], false];
  return [
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
      },
      paint: { ...label, 'text-color': colours.district },
    },
    {
      id: 'point-names',
      type: 'symbol',
      source: 'context',
      filter: ['all', role('point'), ['has', 'ru']],
      minzoom: 15,
      layout: {
        'text-field': ['get', 'ru'],
        'text-font': [MAP_FONT],
        'text-size': 11.5,
        'text-offset': [0, 0.8],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: label,
    },
    discLayer('discs', ['!=', ['get', 'id'], ''], 'disc', '#FFFFFF'),
    discLayer('disc-chosen', ['==', ['get', 'id'], ''], 'disc-chosen', '#FFFFFF'),
  ];
}

/** Numbered discs; of discs that overlap the higher rank lies on top. */
function discLayer(
  id: string,
  filter: ExpressionSpecification,
  image: string,
  colour: string,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'discs',
    filter,
    layout: {
      'icon-image': image,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      'text-field': ['to-string', ['get', 'rank']],
      'text-font': [MAP_FONT_BOLD],
      'text-size': ['case', ['>', ['get', 'rank'], 99], 10, 12],
      'text-allow-overlap': true,
      'text-ignore-placement': true,
      'symbol-sort-key': ['-', 0, ['get', 'rank']],
    },
    paint: { 'text-color': colour },
  };
}
