import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { classFill, type MapPalette } from './map-palette.ts';

/** Layers of the switch: the one is seen, the other not. */
export const hotLayers = ['cells-quiet', 'cells-hot', 'cells-rim', 'hot-outline'] as const;
export const densityLayers = ['density'] as const;

/** Hot and cold cells, and the density in their stead. */
export function dataLayers(colours: MapPalette): LayerSpecification[] {
  const fill: ExpressionSpecification = [
    'match',
    ['get', 'hotClass'],
    ...classFill.flat(),
    colours.quiet,
  ] as never;
  const significant: ExpressionSpecification = ['!', ['in', ['get', 'hotClass'], ['literal', ['', 'none']]]];
  return [
    { id: 'cells-hot', type: 'fill', source: 'cells', filter: significant, paint: { 'fill-color': fill } },
    {
      id: 'cells-rim',
      type: 'line',
      source: 'cells',
      filter: significant,
      minzoom: 11,
      paint: { 'line-color': 'rgba(255, 255, 255, 0.45)', 'line-width': 0.6 },
    },
    {
      id: 'hot-outline',
      type: 'line',
      source: 'hot',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.hotRim, 'line-width': 1 },
    },
    {
      id: 'density',
      type: 'fill',
      source: 'density',
      layout: { visibility: 'none', 'fill-sort-key': ['get', 'band'] },
      paint: {
        'fill-color': [
          'match',
          ['get', 'band'],
          ...colours.density.flatMap((fill, band) => [band, fill]),
          colours.density[0],
        ] as never,
      },
    },
  ];
}
