export { CityPanels } from './cities/city-panels.tsx';
export type { CityPanel, CityPanelPoint, CityPanelsProps, PanelBreak } from './cities/city-panels-props.ts';
export { type YearPoint, YearsChart, type YearsChartProps } from './concentration/years-chart.tsx';
export { withResolution } from './files/png-resolution.ts';
export type { MapFrame, Paper } from './frame/paper.ts';
export { greyOf } from './grey.ts';
export {
  type ConcentrationCurve,
  type ConcentrationMarker,
  LorenzChart,
  type LorenzChartProps,
} from './lorenz/lorenz-chart.tsx';
export { ChangeMap, type ChangeMapProps } from './map/change-map.tsx';
export { type ClassBreaks, classIndex, classLimits, countByClass } from './map/class-breaks.ts';
export { ClassedMap, type ClassedMapProps, type ClassedPlaces, classLabel } from './map/classed-map.tsx';
export {
  type ConcentrationSet,
  ConcentrationSetMap,
  type ConcentrationSetMapProps,
} from './map/concentration-set-map.tsx';
export type { ContourBand } from './map/contour-shapes.tsx';
export { DensityMap, type DensityMapProps } from './map/density-map.tsx';
export { divergingClass } from './map/diverging.ts';
export { DualDensityMap, type DualDensityMapProps } from './map/dual-density-map.tsx';
export { HotPlacesMap } from './map/hot-places-map.tsx';
export {
  type ClassCounts,
  countClasses,
  type HotPlacesMapProps,
  type MapPlaces,
  type MapProblemPlace,
} from './map/hot-places-props.ts';
export { type ClassedPanel, ClassedPanels, type ClassedPanelsProps } from './map/map-panels-classed.tsx';
export type {
  CountryInset,
  GraticuleLine,
  LineKind,
  MapLine,
  MapName,
  MapPolygon,
  MapProps,
} from './map/map-props.ts';
export {
  boundaryStroke,
  CLASS_OUTLINE_WIDTH,
  districtStroke,
  GROUND_OPACITY,
  groundStroke,
  type MapStroke,
  PROBLEM_PLACE_EDGE_OPACITY,
  problemPlaceEdge,
  problemPlaceStroke,
} from './map/map-style.ts';
export { sequentialFills } from './map/sequential.ts';
export { MonthsChart } from './months/months-chart.tsx';
export type { MonthsChartProps, MonthsOfYear } from './months/months-props.ts';
export { classStyle, type HotClass, palette, type SignificantClass, significantClasses } from './palette.ts';
export { PANEL_GAP_MM, sideBySide } from './panels.tsx';
export { KChart } from './pattern/k-chart.tsx';
export type { EnvelopeOfL, KChartProps } from './pattern/k-chart-props.ts';
export { RankFlow } from './rank-flow/rank-flow.tsx';
export type { RankedPlace, RankFlowProps } from './rank-flow/rank-flow-props.ts';
export { renderSvg } from './render-svg.ts';
export { ScaleChart, type ScaleChartProps, type ScalePoint } from './scale/scale-chart.tsx';
export { NARROWEST_MM, paperStyles, type StyleName, styleNames } from './styles.ts';
export { svgRoot } from './svg-root.ts';
export { FONT_FAMILY } from './text/text-line.tsx';
export { HoursChart } from './week/hours-chart.tsx';
export { PlaceClock } from './week/place-clock.tsx';
export { WeekChart, type WeekChartProps } from './week/week-chart.tsx';
export { WeekGrid } from './week/week-grid.tsx';
export {
  type ContextYear,
  NationalContext,
  type NationalContextProps,
  type SurveyWave,
} from './world/national-context.tsx';
export { type PublishedShare, WorldStrip, type WorldStripProps } from './world/world-strip.tsx';
