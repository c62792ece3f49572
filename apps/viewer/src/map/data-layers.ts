import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from './map-palette.ts';

/** Where the cells go: quiet ones before the first, all others before the second. */
export const CELLS_UNDER = 'outside';
export const CELLS_OVER = 'density';

/** What is drawn of the data in the stead of the cells. */
export function dataLayers(colours: MapPalette): LayerSpecification[] {
  return [
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
