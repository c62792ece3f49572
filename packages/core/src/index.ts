export {
  CONCENTRATION_PERCENTS,
  type Concentration,
  type ConcentrationShare,
  concentrationOver,
  concentrationOverOccupied,
  type DenominatorName,
} from './concentration/concentration.ts';
export { type GiniCoefficients, giniCoefficients } from './concentration/gini.ts';
export { type LorenzCurve, lorenzCurve } from './concentration/lorenz.ts';
export { type PoissonNull, poissonNull } from './concentration/poisson-null.ts';
export { type ShareOfPlaces, shareOfPlaces } from './concentration/share-of-places.ts';
export {
  type GridExtent,
  quarticDensityAt,
  quarticSurface,
  type Surface,
  surfaceCells,
} from './density/quartic-density.ts';
export { type ErrorParameters, OrynError } from './errors/oryn-error.ts';
export {
  GEOGRAPHIC_CRS,
  isGeographic,
  type MetricPlane,
  metersPerUnit,
  PLANAR_CRS,
  planeOfCrs,
  utmCrs,
} from './geometry/crs.ts';
export { distanceToRings } from './geometry/distance-to-rings.ts';
export { type Bounds, indexPolygons, type PolygonIndex, polygonsOf } from './geometry/polygon-index.ts';
export { type ExactTails, exactTails } from './hotspots/exact-tails.ts';
export { type GetisOrdStatistic, getisOrdScores } from './hotspots/getis-ord.ts';
export { type HotClass, type HotPlaces, hotPlaces, type Inference } from './hotspots/hot-places.ts';
export { defaultMaxCells, type ProblemPlace, problemPlaces } from './hotspots/problem-places.ts';
export {
  type CalendarDate,
  checkedDays,
  dateFromDays,
  daysFromDate,
  daysInMonth,
  isoDate,
  isoDateTime,
  parseIsoDate,
  SECONDS_PER_DAY,
  weekdayOfDays,
} from './incidents/calendar.ts';
export {
  type CodedColumn,
  type Incidents,
  type ProjectedColumns,
  selectIncidents,
} from './incidents/incidents.ts';
export { binToCells, type CellBins } from './places/bin-to-cells.ts';
export {
  type Containment,
  hexagonPlaces,
  type PlacedPoints,
  type Places,
  placeInHexagons,
} from './places/hexagons.ts';
export { type Lattice, latticeOf } from './places/lattice.ts';
export { cellsOfFeatures, visitLineParts } from './places/mask.ts';
export { hexagonNeighbours, type Neighbours, neighboursOf, restrictNeighbours } from './places/neighbours.ts';
export { type StudyArea, studyArea } from './places/study-area.ts';
export {
  type CoordinateDecimals,
  coordinateDecimals,
  decimalsOf,
} from './quality/coordinate-decimals.ts';
export { type Duplicates, exactDuplicates, nearDuplicates } from './quality/duplicates.ts';
export type { RowGroups } from './quality/group-rows.ts';
export { type HitRate, type HitRates, hitRates, LEAST_HIT_RATE } from './quality/hit-rate.ts';
export { type HeapedMinute, type HoursOfData, hoursOfData, placeholderMinutes } from './quality/hours.ts';
export { type Judgement, judgeStack, type NamedPoint, type StackJudgement } from './quality/judge-stack.ts';
export { type MonthOfData, type MonthsOfData, monthsOfData } from './quality/months.ts';
export { type OutsideBand, outsideByDistance } from './quality/outside-by-distance.ts';
export { ringCentres } from './quality/ring-centres.ts';
export { type SnappingGrid, snappingGrid } from './quality/snapping-grid.ts';
export { type TimeResolution, timeResolution } from './quality/time-resolution.ts';
export { type UsedCoordinate, usedCoordinates } from './quality/used-coordinates.ts';
export { type RandomStream, randomStream } from './random/stream.ts';
export { benjaminiHochberg } from './significance/benjamini-hochberg.ts';
export { twoSidedNormalP } from './significance/normal.ts';
export {
  monthNumber,
  passes,
  sumByPlace,
  type Tally,
  type TallyFilter,
  tallyIncidents,
  yearsOfTally,
} from './tally/tally.ts';
export {
  type Degrees,
  degrees,
  type InUnit,
  type Meters,
  meters,
  type SquareKilometers,
  squareKilometers,
} from './units/units.ts';
