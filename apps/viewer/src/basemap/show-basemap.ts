import { type Language, text } from '@oryn/language';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type MapPalette, mapPalettes } from '../map/map-palette.ts';
import { BASE_NAMES, BASE_ROAD_NAMES, nameIn, rasterLayer, vectorLayers } from './basemap-layers.ts';
import { type Basemap, basemapOfPage } from './basemap-source.ts';

/** With a base map the land around the city is seen too, a little dimmer. */
const OUTSIDE_OPACITY = 0.55;

/** The base map on a map that has been made. */
export interface ShownBasemap {
  /** Names in a language. */
  speak: (lang: Language) => void;
  /** A study that brings its own streets names them itself. */
  nameRoads: (isWanted: boolean) => void;
}

/** Puts the base map of this page, if there is one, under the data of a map whose style is there. */
export async function showBasemap(map: MapLibreMap, colours: MapPalette): Promise<ShownBasemap> {
  let isGone = false;
  map.once('remove', () => {
    isGone = true;
  });
  const note = document.createElement('p');
  note.className = 'base-note';
  const found = await basemapOfPage().catch(() => 'failed' as const);
  if (found === undefined || isGone) return { speak: () => {}, nameRoads: () => {} };
  map.getContainer().append(note);
  if (found === 'failed') {
    const speak = (lang: Language): void => {
      note.textContent = text(lang, 'viewer.basemapFailed');
    };
    return { speak, nameRoads: () => {} };
  }
  add(map, found, colours);
  note.textContent = found.attribution;
  note.hidden = found.attribution === '';
  return {
    speak: (lang) => {
      for (const id of BASE_NAMES) {
        if (map.getLayer(id)) map.setLayoutProperty(id, 'text-field', nameIn(lang));
      }
    },
    nameRoads: (isWanted) => {
      if (map.getLayer(BASE_ROAD_NAMES))
        map.setLayoutProperty(BASE_ROAD_NAMES, 'visibility', isWanted ? 'visible' : 'none');
    },
  };
}

function add(map: MapLibreMap, basemap: Basemap, colours: MapPalette): void {
  map.addSource('basemap', basemap.source);
  const layers =
    'schema' in basemap ? vectorLayers(basemap.schema, colours) : [rasterLayer(colours === mapPalettes.dark)];
  for (const { layer, before } of layers) map.addLayer(layer, before);
  map.setPaintProperty('outside', 'fill-opacity', OUTSIDE_OPACITY);
}
