export { CityPanels } from './cities/city-panels.tsx';
export type { CityPanel, CityPanelPoint, CityPanelsProps, PanelBreak } from './cities/city-panels-props.ts';
export { type YearPoint, YearsChart, type YearsChartProps } from './concentration/years-chart.tsx';
export type { MapFrame, Paper } from './frame/paper.ts';
export { greyOf } from './grey.ts';
export {
  type ConcentrationCurve,
  type ConcentrationMarker,
  LorenzChart,
  type LorenzChartProps,
} from './lorenz/lorenz-chart.tsx';
export { HotPlacesMap } from './map/hot-places-map.tsx';
export type { ClassCounts, HotPlacesMapProps, MapPlaces, MapProblemPlace } from './map/hot-places-props.ts';
export type { LineKind, MapLine, MapPolygon, MapProps } from './map/map-props.ts';
export { classStyle, type HotClass, palette, type SignificantClass, significantClasses } from './palette.ts';
export { PANEL_GAP_MM, sideBySide } from './panels.tsx';
export { renderSvg } from './render-svg.ts';
export { ScaleChart, type ScaleChartProps, type ScalePoint } from './scale/scale-chart.tsx';
export { NARROWEST_MM, paperStyles, type StyleName, styleNames } from './styles.ts';
export { FONT_FAMILY } from './text/text-line.tsx';
export { HoursChart } from './week/hours-chart.tsx';
export { WeekGrid } from './week/week-grid.tsx';
export {
  type ContextYear,
  NationalContext,
  type NationalContextProps,
  type SurveyWave,
} from './world/national-context.tsx';
export { type PublishedShare, WorldStrip, type WorldStripProps } from './world/world-strip.tsx';
