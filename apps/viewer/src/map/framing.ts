import type { Bounds, PlaceFact } from '../worker/types.ts';

/** Pixels of the map on each side that something floats over. */
export type Padding = Record<'top' | 'right' | 'bottom' | 'left', number>;

const MARGIN = 40;
/** Between the legend and the edge of the map. */
const EDGE = 16;
/** Width the sheet takes from the map on a wide screen, its margin included. */
const SHEET = 352;
/** As in the styles: below it the sheet lies under the map, not on it. */
const STACKED = '(max-width: 860px)';
/** Pixels beside the legend in which a place is well seen. */
const ENOUGH = 300;

/** Room for what floats over the map: data lie beside the legend, or above it where there is too little room. */
export function paddingFor(area: HTMLElement, hasSheet: boolean): Padding {
  // Buttons at the right, the mark of simulated data below.
  if (window.matchMedia(STACKED).matches) return { top: 60, right: 64, bottom: 52, left: 24 };
  const free = { top: MARGIN + 24, right: hasSheet ? SHEET : MARGIN, bottom: MARGIN, left: MARGIN };
  const legend = area.querySelector<HTMLElement>('.legend');
  const beside = { ...free, left: (legend?.offsetWidth ?? 0) + 2 * EDGE };
  const above = { ...free, bottom: (legend?.offsetHeight ?? 0) + 2 * EDGE };
  const room = shorterSide(area, beside);
  return room < ENOUGH && shorterSide(area, above) > room ? above : beside;
}

/** Pixels of the shorter side of what is left free. */
function shorterSide(area: HTMLElement, { top, right, bottom, left }: Padding): number {
  return Math.min(area.clientWidth - left - right, area.clientHeight - top - bottom);
}

export function boundsOfPlace({ outline }: Pick<PlaceFact, 'outline'>): Bounds {
  const points = outline.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
