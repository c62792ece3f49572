import type { PaddingOptions } from 'maplibre-gl';
import type { Bounds, PlaceFact } from '../worker/types.ts';

const MARGIN = 40;
/** Width the sheet takes from the map on a wide screen, its margin included. */
const SHEET = 352;
/** Width the legend takes. */
const LEGEND = 318;
const NARROW = 760;
/** A map this wide has room for data beside the legend. */
const WIDE = 1000;

/** Room for what floats over the map. */
export function paddingFor(area: HTMLElement, hasSheet: boolean): PaddingOptions {
  // Buttons at the right, the mark of simulated data below.
  if (area.clientWidth < NARROW) return { top: 60, right: 64, bottom: 52, left: 24 };
  const right = hasSheet ? SHEET : MARGIN;
  const left = area.clientWidth >= WIDE ? LEGEND : MARGIN;
  return { top: MARGIN + 24, right, bottom: MARGIN, left };
}

export function boundsOfPlace({ outline }: Pick<PlaceFact, 'outline'>): Bounds {
  const points = outline.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
