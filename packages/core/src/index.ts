export {
  type ChanceThrows,
  chanceThrows,
  type MarginalShare,
  type ThrowNull,
} from './concentration/chance-throws.ts';
export {
  CONCENTRATION_PERCENTS,
  type Concentration,
  type ConcentrationShare,
  concentrationOver,
  concentrationOverOccupied,
  type DenominatorName,
  TOP_PERCENTS,
} from './concentration/concentration.ts';
export type { CountLaw } from './concentration/count-law.ts';
export {
  type ConcentrationDifference,
  type DifferenceNull,
  type DifferenceOptions,
  differenceBetweenCities,
  differenceOverSamePlaces,
} from './concentration/difference.ts';
export type { FitOfLaw } from './concentration/fit-of-law.ts';
export { type GiniCoefficients, giniCoefficients } from './concentration/gini.ts';
export { type LorenzCurve, lorenzCurve } from './concentration/lorenz.ts';
export { negativeBinomialNull } from './concentration/negative-binomial-null.ts';
export { type NestedGini, nestedGini } from './concentration/nested-gini.ts';
export { type Bounded, type PoissonGammaFit, poissonGammaFit } from './concentration/poisson-gamma.ts';
export { latentShare, rawShare } from './concentration/poisson-gamma-shares.ts';
export type { PoissonComponent } from './concentration/poisson-mixture.ts';
export { poissonNull } from './concentration/poisson-null.ts';
export {
  type RareEventConcentration,
  rareEventConcentration,
} from './concentration/rare-event-concentration.ts';
export { type DrawnValue, type Rarefied, rarefiedConcentration } from './concentration/rarefaction.ts';
export {
  type ReportingSensitivity,
  reportingSensitivity,
} from './concentration/reporting-sensitivity.ts';
export {
  type GiniInterval,
  giniInterval,
  type IntervalMethod,
  type NoInterval,
  type ShareEstimand,
  type ShareInterval,
  shareIntervals,
} from './concentration/share-intervals.ts';
export { type ShareOfPlaces, shareOfPlaces } from './concentration/share-of-places.ts';
export { type SpatialBlocks, spatialBlocks } from './concentration/spatial-blocks.ts';
export { type TheilDecomposition, theilDecomposition, theilIndex } from './concentration/theil.ts';
export type { TopShare } from './concentration/top-share.ts';
export {
  type WeightedConcentration,
  type WeightedShare,
  weightedConcentration,
} from './concentration/weighted-concentration.ts';
export {
  type AdaptiveBandwidths,
  abramsonBandwidths,
  nearestBandwidths,
} from './density/adaptive.ts';
export {
  BANDWIDTH_RULES,
  type BandwidthChoice,
  type BandwidthRule,
  chooseBandwidth,
} from './density/bandwidth.ts';
export {
  COMPARISONS,
  type ComparedDensities,
  type Comparison,
  compareDensities,
  type RelabellingTest,
} from './density/compare-densities.ts';
export {
  type ContourArea,
  contourPolygons,
  type ShareContour,
  shareContours,
} from './density/contours.ts';
export { cellCentres, cellsOver, type Grid, type GridValues, gridOver } from './density/grid.ts';
export {
  type Approximation,
  type DensityOptions,
  type EdgeCorrection,
  kernelDensityAt,
  kernelSurface,
  type Surface,
  surfaceMargin,
} from './density/kernel-surface.ts';
export { BANDWIDTH_PER_SIGMA, KERNELS, type Kernel } from './density/kernels.ts';
export {
  NETWORK_METHODS,
  type NetworkDensity,
  type NetworkDensityOptions,
  type NetworkMethod,
  networkDensity,
} from './density/network-density.ts';
export type { LatticeUse } from './density/network-spread.ts';
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
export { type EdgeBlocks, edgeBlocks, edgesOfBox } from './geometry/edge-blocks.ts';
export type { PlanarPoints } from './geometry/planar-points.ts';
export { boxWindow, type PlanarBounds, type PlanarWindow, planarWindow } from './geometry/planar-window.ts';
export { type Bounds, indexPolygons, type PolygonIndex, polygonsOf } from './geometry/polygon-index.ts';
export { type DbscanClusters, dbscan } from './hotspots/clusters/dbscan.ts';
export { type DensityClusters, densityClusters } from './hotspots/clusters/density-clusters.ts';
export { type ClusterShape, describeClusters } from './hotspots/clusters/describe-clusters.ts';
export { evenSpreadRadius } from './hotspots/clusters/even-spread-radius.ts';
export { type HdbscanClusters, hdbscan } from './hotspots/clusters/hdbscan.ts';
export {
  type NnhClusters,
  nearestNeighbourHierarchy,
} from './hotspots/clusters/nearest-neighbour-hierarchy.ts';
export { type EmpiricalBayesRates, empiricalBayesRates } from './hotspots/empirical-bayes.ts';
export { type ExactTails, exactTails } from './hotspots/exact-tails.ts';
export { type GetisOrdStatistic, getisOrdScores } from './hotspots/getis-ord.ts';
export {
  type GlobalInference,
  type GlobalOptions,
  type GlobalStatistic,
  type GlobalTest,
  globalStatistic,
  type IslandConvention,
} from './hotspots/global-statistics.ts';
export { type HotClass, type HotPlaces, hotPlaces } from './hotspots/hot-places.ts';
export { localGeary } from './hotspots/local-geary.ts';
export {
  type LocalMoran,
  type LocalMoranOptions,
  localMoran,
  type Quadrant,
} from './hotspots/local-moran.ts';
export { type LocalMoranPlaces, localMoranPlaces } from './hotspots/local-moran-places.ts';
export type {
  Inference,
  LocalTestOptions,
  LocalTestRecord,
  PermutationNull,
  PermutationRecord,
} from './hotspots/local-tests.ts';
export type { RowScaling } from './hotspots/local-weights.ts';
export {
  type BandCandidate,
  type BandChoice,
  chooseBand,
  chooseUnit,
  MOST_OPTIMISED_PLACES,
  type UnitCandidate,
} from './hotspots/optimised-choice.ts';
export {
  type PermutationOptions,
  type PermutationTails,
  permutationTails,
} from './hotspots/permutation-tails.ts';
export {
  findProblemPlaces,
  type HotMap,
  type PlacesOfProblems,
  type ProblemPlaceOptions,
  type ProblemPlaces,
  type ProblemPlaceTest,
} from './hotspots/problem-places/find-problem-places.ts';
export {
  type HeldOutPlace,
  type HoldOut,
  holdOut,
  matchChosen,
} from './hotspots/problem-places/hold-out.ts';
export {
  defaultMaxCells,
  PROBLEM_PLACE_ROUTES,
  type ProblemPlace,
  type ProblemPlaceRoute,
} from './hotspots/problem-places/problem-place.ts';
export type { WindowLimits } from './hotspots/scan/circular-windows.ts';
export { logLikelihoodRatio, type ScanRates } from './hotspots/scan/log-likelihood-ratio.ts';
export {
  type PoissonScan,
  type PoissonScanOptions,
  poissonScan,
  type ScanField,
} from './hotspots/scan/poisson-scan.ts';
export type { ScanCluster, ScanInference } from './hotspots/scan/scan-clusters.ts';
export {
  type SpaceTimeCluster,
  type SpaceTimeIncidents,
  type SpaceTimeScan,
  type SpaceTimeScanOptions,
  spaceTimePermutationScan,
} from './hotspots/scan/space-time-permutation-scan.ts';
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
  type PlaceColumn,
  type ProjectedColumns,
  selectIncidents,
} from './incidents/incidents.ts';
export { type Lixels, lixelAt, lixelNeighbours, lixelsOf } from './network/lixels.ts';
export { nearestOnNetwork, nodeDistances, visitPathDistances } from './network/path-distances.ts';
export {
  lineOfPart,
  type NetworkPieces,
  type NetworkPoints,
  networkPieces,
  type PlacedOnNetwork,
  placeOnNetwork,
  pointOnEdge,
} from './network/place-on-network.ts';
export {
  type PlanarLines,
  type PlanarSegments,
  type SegmentIndex,
  segmentIndex,
  segmentsOfLines,
} from './network/segment-index.ts';
export { type SnappedPoints, snapToSegments } from './network/snap.ts';
export type { NetworkAccount, StreetNetwork } from './network/street-network.ts';
export { streetNetwork } from './network/streets-of-lines.ts';
export { uniformOnNetwork } from './network/uniform-points.ts';
export {
  type Centrography,
  centrography,
  type DeviationEllipse,
  geometricMedian,
} from './pattern/centre.ts';
export {
  type ClarkEvans,
  type ClarkEvansEdge,
  type ClarkEvansOptions,
  type ClarkEvansSimulated,
  clarkEvans,
  clarkEvansSimulated,
} from './pattern/clark-evans.ts';
export { crossK } from './pattern/cross-k.ts';
export {
  type Envelope,
  type EnvelopeOptions,
  type EnvelopeTest,
  labellingEnvelope,
  type PatternNull,
  randomnessEnvelope,
} from './pattern/envelope.ts';
export { type InhomogeneousK, inhomogeneousK } from './pattern/inhomogeneous-k.ts';
export { meanNearestDistances, nearestDistances } from './pattern/nearest-neighbours.ts';
export { type NetworkKEnvelope, networkKEnvelope } from './pattern/network-envelope.ts';
export { type NetworkK, networkK } from './pattern/network-k.ts';
export type { NetworkPairCorrelation } from './pattern/network-pair-correlation.ts';
export {
  crossPairCorrelation,
  type PairCorrelation,
  type PairCorrelationOptions,
  pairCorrelation,
  stoyanHalfWidth,
} from './pattern/pair-correlation.ts';
export { type QuadratTest, quadratTest } from './pattern/quadrats.ts';
export {
  besagL,
  type KFunction,
  type KOptions,
  type PatternCorrection,
  ripleyK,
} from './pattern/ripley-k.ts';
export { ADDRESS_DECIMALS, placeAtAddresses } from './places/address-places.ts';
export { binToCells, type CellBins } from './places/bin-to-cells.ts';
export { type GivenNeighbours, givenNeighbours, type NeighbourTable } from './places/given-neighbours.ts';
export { type Containment, hexagonPlaces, placeInHexagons } from './places/hexagons.ts';
export { type Lattice, latticeOf } from './places/lattice.ts';
export { cellsOfFeatures, visitLineParts } from './places/mask.ts';
export {
  hexagonNeighbours,
  islandsOf,
  joinBothWays,
  type Neighbours,
  neighboursOf,
  type RingCount,
  restrictNeighbours,
} from './places/neighbours.ts';
export {
  type NodedSegments,
  type Noding,
  type NodingAccount,
  nodeSegments,
} from './places/noded-segments.ts';
export type {
  AddressPlaces,
  HexagonPlaces,
  PlacedPoints,
  Places,
  PolygonPlaces,
  SegmentPlaces,
  SquarePlaces,
} from './places/places.ts';
export { type PlacesById, placesById } from './places/places-by-id.ts';
export { bandNeighbours, nearestNeighbours } from './places/point-neighbours.ts';
export { polygonsMeeting } from './places/polygon-mask.ts';
export {
  type NamedPolygons,
  type PlacedInPolygons,
  placeInPolygons,
  polygonsHolding,
} from './places/polygon-places.ts';
export {
  CROSSING_METERS,
  type CrossingRule,
  MOST_SNAP_METERS,
  type NamedSegments,
  type PlacedOnSegments,
  placeOnSegments,
  segmentsHolding,
} from './places/segment-places.ts';
export { polygonNeighbours, segmentNeighbours } from './places/shared-vertices.ts';
export { placeInSquares, type SquareGrid, squareNeighbours } from './places/squares.ts';
export { type StudyArea, studyArea } from './places/study-area.ts';
export type { OnProgress } from './progress/on-progress.ts';
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
export { adjustP, type Correction } from './significance/adjust-p.ts';
export { benjaminiHochberg, falseDiscoveryCutOff } from './significance/benjamini-hochberg.ts';
export { twoSidedNormalP } from './significance/normal.ts';
export { type Alternative, midP, type Tails, tailPs } from './significance/tails.ts';
export * from './siting/index.ts';
export { type BoundarySet, boundarySet } from './spacetime/boundary-set.ts';
export { type Persistence, persistenceOfPlaces } from './spacetime/persistence.ts';
export { type PlaceChanges, placeChanges } from './spacetime/place-changes.ts';
export { type PointPatternTest, pointPatternTest } from './spacetime/point-pattern-test.ts';
export { type PlaceTrend, type PlaceTrends, placeTrends, type TrendWord } from './spacetime/poisson-trend.ts';
export { type RankBiasedOverlap, rankBiasedOverlap } from './spacetime/rank-biased-overlap.ts';
export { countBlocks, type RankChanges, rankChanges } from './spacetime/rank-changes.ts';
export { ranksByYear, sumsOfGroups } from './spacetime/rank-stability.ts';
export { type Seasonality, type SeasonTest, seasonality, type WholeYear } from './spacetime/seasonality.ts';
export { spearman } from './spacetime/spearman.ts';
export { type SetStability, stabilityOfSets } from './spacetime/stability.ts';
export { pointTally } from './tally/point-tally.ts';
export {
  filterTally,
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
