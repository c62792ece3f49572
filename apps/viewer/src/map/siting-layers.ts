import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { MAP_FONT_BOLD } from './expressions.ts';
import type { MapPalette } from './map-palette.ts';

const kind = (name: string): ExpressionSpecification => ['==', ['get', 'kind'], name];

/** What the suggested posts reach, a ring around each post that stays, and the round, under the numbers of places. */
export function sitingGround(colours: MapPalette): LayerSpecification[] {
  const line = (
    id: string,
    of: string,
    paint: Extract<LayerSpecification, { type: 'line' }>['paint'],
  ): LayerSpecification => ({
    ...{ id, type: 'line', source: 'siting', filter: kind(of) },
    layout: { 'line-join': 'round', 'line-cap': of.startsWith('circle') ? 'butt' : 'round' },
    paint: paint ?? {},
  });
  const width: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 11, 1.3, 15, 3.5];
  return [
    line('siting-reach', 'reach', { 'line-color': colours.post, 'line-width': width, 'line-opacity': 0.65 }),
    {
      ...{ id: 'siting-circle-fill', type: 'fill', source: 'siting', filter: kind('circle') },
      paint: { 'fill-color': colours.post, 'fill-opacity': 0.07 },
    },
    // Posts that stay may be hundreds.
    line('siting-circle-stays', 'circle-stays', {
      ...{ 'line-color': colours.post, 'line-width': 1, 'line-opacity': 0.35, 'line-dasharray': [3, 2] },
    }),
    line('siting-circle-casing', 'circle', { 'line-color': colours.casing, 'line-width': 3.4 }),
    line('siting-circle', 'circle', {
      ...{ 'line-color': colours.post, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    }),
    {
      ...{ id: 'siting-stays', type: 'circle', source: 'siting', filter: kind('stays') },
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 4, 14, 11],
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 14, 2],
        'circle-stroke-color': colours.post,
      },
    },
    line('siting-round-casing', 'round', { 'line-color': colours.casing, 'line-width': 6.5 }),
    line('siting-round', 'round', { 'line-color': colours.post, 'line-width': 3.2 }),
  ];
}

/** Suggested posts with their letters, over everything. */
export function sitingSymbols(colours: MapPalette): LayerSpecification[] {
  return [
    {
      ...{ id: 'siting-posts', type: 'symbol', source: 'siting', filter: kind('post') },
      layout: {
        'icon-image': 'siting-post',
        'icon-anchor': 'bottom',
        // The head of the pin, not its tip, bears the letter.
        'text-offset': [0, -1.46],
        'icon-offset': [0, 3.5],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'text-field': ['get', 'letter'],
        'text-font': [MAP_FONT_BOLD],
        'text-size': 14,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': colours.casing },
    },
  ];
}
