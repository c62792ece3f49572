import type { LayerSpecification } from 'maplibre-gl';
import { role, widths } from './expressions.ts';
import type { MapPalette } from './map-palette.ts';

/** What lies under the data: ground, what is outside, water. Quiet cells come before what is outside. */
export function groundLayers(colours: MapPalette): LayerSpecification[] {
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colours.ground } },
    {
      id: 'land',
      type: 'fill',
      source: 'context',
      filter: role('land'),
      paint: { 'fill-color': colours.land },
    },
    {
      id: 'outside',
      type: 'fill',
      source: 'outside',
      paint: { 'fill-color': colours.outside },
    },
    {
      id: 'water',
      type: 'fill',
      source: 'context',
      filter: ['all', role('water'), ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': colours.water },
    },
    {
      id: 'water-line',
      type: 'line',
      source: 'context',
      filter: ['all', role('water'), ['==', ['geometry-type'], 'LineString']],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colours.water, 'line-width': widths(3, 22) },
    },
  ];
}

/** What leads the eye over the data: streets, rail, districts, the boundary. */
export function lineLayers(colours: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'lanes',
      type: 'line',
      source: 'context',
      filter: role('lane'),
      minzoom: 11.5,
      paint: { 'line-color': colours.street, 'line-width': widths(0.3, 3) },
    },
    {
      id: 'streets',
      type: 'line',
      source: 'context',
      filter: role('street'),
      paint: { 'line-color': colours.street, 'line-width': widths(0.6, 6) },
    },
    {
      id: 'main-streets',
      type: 'line',
      source: 'context',
      filter: role('main'),
      paint: { 'line-color': colours.mainStreet, 'line-width': widths(1.1, 9) },
    },
    {
      id: 'rail',
      type: 'line',
      source: 'context',
      filter: role('rail'),
      paint: { 'line-color': colours.rail, 'line-width': widths(1, 3) },
    },
    {
      id: 'rail-ties',
      type: 'line',
      source: 'context',
      filter: role('rail'),
      minzoom: 11,
      paint: { 'line-color': colours.rail, 'line-width': widths(4, 10), 'line-dasharray': [0.25, 2.2] },
    },
    {
      id: 'districts',
      type: 'line',
      source: 'context',
      filter: role('district'),
      paint: { 'line-color': colours.district, 'line-width': 1, 'line-dasharray': [4, 3] },
    },
    {
      id: 'boundary',
      type: 'line',
      source: 'boundary',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.boundary, 'line-width': 1.4 },
    },
  ];
}
