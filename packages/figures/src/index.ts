export {
  type ConcentrationCurve,
  type ConcentrationMarker,
  LorenzChart,
  type LorenzChartProps,
} from './lorenz/lorenz-chart.tsx';
export { HotPlacesMap } from './map/hot-places-map.tsx';
export type {
  ClassCounts,
  HotPlacesMapProps,
  LineKind,
  MapLine,
  MapPlaces,
  MapPolygon,
  MapProblemPlace,
} from './map/hot-places-props.ts';
export { classStyle, type HotClass, palette, type SignificantClass, significantClasses } from './palette.ts';
export { renderSvg } from './render-svg.ts';
export { FONT_FAMILY } from './text/text-line.tsx';
export { HoursChart } from './week/hours-chart.tsx';
export { WeekGrid } from './week/week-grid.tsx';
