export { type BundleFile, bundle } from './bundle/bundle.ts';
export { type BundleFiles, bundleOfZip, zipOfBundle } from './bundle/bundle-zip.ts';
export { clusteredPointsTable, clustersGeoJson, clustersTable } from './bundle/clusters-table.ts';
export { type Column, csvHeadOf, csvOf, csvRowsOf, recordsOf } from './bundle/column.ts';
export { contourRecord, contoursGeoJson, TOLERANCE_P, toleranceGeoJson } from './bundle/contours-geojson.ts';
export { drawnOfBundle } from './bundle/drawn-of-bundle.ts';
export { type FilteredFindings, filterBundle, filteredSurface } from './bundle/filter-bundle.ts';
export { groupsGeoJson, outlineOf, ringOf } from './bundle/geojson.ts';
export { geotiffOf } from './bundle/geotiff.ts';
export { FORMAT_VERSION, type Manifest, studyForManifest } from './bundle/manifest.ts';
export {
  type BundleThrows,
  type OpenBundle,
  openBundle,
  parseManifest,
  type ReadFile,
} from './bundle/open-bundle.ts';
export { parquetOf, readParquet } from './bundle/parquet.ts';
export { placeGeometry } from './bundle/place-geometry.ts';
export {
  concentrationTable,
  hotColumns,
  placeColumns,
  placesTable,
  problemPlacesTable,
} from './bundle/tables.ts';
export { checkComparable, haveSameArea } from './compare/check-comparable.ts';
export { readPopulations } from './compare/city-populations.ts';
export { type CompareStage, type Comparison, compareCities } from './compare/compare-cities.ts';
export type { CityBundle } from './compare/compared-city.ts';
export { haveSameOffences, LEAST_INCIDENTS } from './compare/compared-pairs.ts';
export { comparisonDocument, comparisonFiles } from './compare/comparison-files.ts';
export { comparedTable } from './compare/comparison-tables.ts';
export { resultsText } from './compare/results-text.ts';
export { concentrationByCategory } from './concentration/by-category.ts';
export {
  type ConcentrationReport,
  firstOf,
  REPORT_DRAWS,
  type ReportOptions,
  reportOn,
} from './concentration/concentration-report.ts';
export { countedInBundle } from './concentration/counted-in-bundle.ts';
export { type CountedPlaces, countedInTable, countedPlaces } from './concentration/counted-places.ts';
export { countedByPlaceType } from './concentration/counted-types.ts';
export { lorenzFigure } from './concentration/lorenz-figure.tsx';
export { reportSentences } from './concentration/report-sentences.ts';
export { reportTable } from './concentration/report-table.ts';
export { verdictFacts } from './concentration/report-verdict.ts';
export { scaleReport } from './concentration/scale.ts';
export { scaleFigure } from './concentration/scale-figure.tsx';
export { scaleTable } from './concentration/scale-table.ts';
export { statedChanceGini, statedChanceShare } from './concentration/stated-chance.ts';
export { unitFacts } from './concentration/unit-facts.ts';
export { worldFigure } from './concentration/world-figure.tsx';
export { categoriesTable, yearsTable } from './concentration/yearly-table.ts';
export { yearsFigure } from './concentration/years-figure.tsx';
export { parseStudy, parseStudyFile } from './definition/parse-study.ts';
export { placeFilesOf, type Unit, unitOf } from './definition/place-keys.ts';
export { type Study, type StudyInput, type StudyKey, studyKeys, studySchema } from './definition/schema.ts';
export { writeStudyFile } from './definition/write-study-file.ts';
export { type Article, checkCodes, parseArticleFile } from './documents/article.ts';
export { docxDocument } from './documents/docx-document.ts';
export { GUIDE_EXAMPLE, GUIDE_LANGUAGES, guideDocument, hasGuide } from './documents/guide/guide-document.ts';
export { guideFigures } from './documents/guide/guide-figures.ts';
export { REPORT_FORMATS, reportFiles, TABLE_FORMATS } from './documents/report-files.ts';
export { reportSource } from './documents/report-source.ts';
export type { Account } from './evaluate/account.ts';
export { type Analysis, type AnalysisOptions, analyse, type CountSummary } from './evaluate/analyse.ts';
export type { Choice } from './evaluate/choice.ts';
export { type ClustersData, clustersData } from './evaluate/clusters-data.ts';
export { type Against, compareDensity, type DensityComparison } from './evaluate/compare-density.ts';
export {
  type DensityData,
  type DensityReading,
  densityData,
  pointsOnPlane,
} from './evaluate/density-data.ts';
export {
  analysedCategories,
  countPlaces,
  evaluate,
  evaluatePlaces,
  type Findings,
  type PlaceCounts,
  type PlaceFindings,
  type PlaceTests,
  type Progress,
  testPlaces,
} from './evaluate/evaluate.ts';
export { type Exposure, exposureFileOf, exposureOf } from './evaluate/exposure.ts';
export {
  CLUSTER_METHODS,
  type ClusterMethod,
  type ClusterOptions,
  type FoundClusters,
  findClusters,
} from './evaluate/find-clusters.ts';
export { type GlobalFinding, globalTable, globalTests } from './evaluate/global-tests.ts';
export { type NetworkData, type NetworkReading, networkData } from './evaluate/network-data.ts';
export { type OptimisedStudy, optimisedChoices, optimiseStudy } from './evaluate/optimise.ts';
export {
  type PatternData,
  type PatternRequest,
  patternData,
  type WindowKind,
} from './evaluate/pattern-data.ts';
export { readStudy, type Sources, type StudyData } from './evaluate/read.ts';
export { type ScanFindings, type ScanOptions, scanStudy, scanTable } from './evaluate/scan-data.ts';
export { checkGrid, type Smoothing, smoothingOf, smoothSurface, windowOf } from './evaluate/smoothing.ts';
export type { YearSpan } from './evaluate/split-years.ts';
export { studyFiles } from './evaluate/study-files.ts';
export { CODE_PREFIX } from './evaluate/weighing.ts';
export { concentrationOfWeight } from './evaluate/weighted.ts';
export { wholeYears } from './evaluate/whole-years.ts';
export { roundLimits } from './figures/change-figure-cells.ts';
export { type CountClasses, countClasses } from './figures/count-classes.ts';
export { roundLevels } from './figures/density-figure-surface.ts';
export type { Drawn } from './figures/drawn.ts';
export {
  bundleFigures,
  type FigureChoices,
  type FigureName,
  figureNames,
  panelFigureNames,
} from './figures/figure-names.ts';
export { figureNumbers } from './figures/figure-numbers.ts';
export { denominatorText, methodText, periodOf, titleOf } from './figures/figure-words.ts';
export { type DrawnFigures, drawFigures, figuresOf } from './figures/figures.tsx';
export type { LeftOut } from './figures/left-out.ts';
export { panelFiguresOf } from './figures/panel-figures.ts';
export { cityNameText } from './naming/city-name.ts';
export { type ContextRole, roleOf } from './naming/context-role.ts';
export { linesOf, type Names, namesOf } from './naming/names.ts';
export { placeNameText } from './naming/place-name-text.ts';
export { type PlaceName, PlaceNamer } from './naming/place-namer.ts';
export { geoParquetOf } from './prepare/geoparquet.ts';
export {
  PieceHash,
  type Prepared,
  type PreparedManifest,
  prepare,
  preparedManifest,
  preparedPieces,
} from './prepare/prepare.ts';
export {
  declarationOf,
  type PublicRequest,
  publicCategories,
  publicResolutions,
} from './public/declaration.ts';
export { PUBLIC_LIST, publicFiles, publicHash } from './public/public-files.ts';
export { publicMap } from './public/public-map.ts';
export { contentSentence, groupName, ruleSentences } from './public/public-page.ts';
export {
  newRegister,
  type PublicRegister,
  parseRegister,
  registerTable,
  registerText,
} from './public/public-register.ts';
export { type PublicAccount, type PublicTable, publicTable } from './public/public-table.ts';
export type { ComparedPlace, HotSpotsCompared } from './quality/compare-hot-spots.ts';
export { type InspectOptions, inspectIncidents } from './quality/inspect-incidents.ts';
export type { QualityReport, StackReport } from './quality/quality-report.ts';
export { restrictedSentence } from './quality/restricted-sentence.ts';
export { choiceFact, type Say, type UnderstoodFact, understoodFacts } from './quality/understood.ts';
export type { ReasonCode, Use, Verdict, VerdictReason } from './quality/verdict.ts';
export { categoryName, reasonSentence, verdictSentence } from './quality/words.ts';
export { accountSentences } from './report/account-sentences.ts';
export { problemPlacesHead, problemPlacesRows } from './report/problem-places-rows.ts';
export { qualityHtml } from './report/quality-html.ts';
export {
  type ConcentrationStatement,
  concentrationStatement,
  type Described,
  denominatorWord,
  expectedNullText,
  halfOf,
  nullText,
  warnings,
} from './report/statements.ts';
export { isBareCode } from './sheet/category-codes.ts';
export { type EvidenceSentences, evidenceSentences, holdOutSentence } from './sheet/evidence-sentences.ts';
export {
  areHoursSuspect,
  busiestShift,
  type LabelCount,
  type PlaceSheet,
  placeSheets,
  type SheetFlag,
} from './sheet/place-sheet.ts';
export { type SheetSentences, sheetSentences } from './sheet/sheet-sentences.ts';
export { ORYN_VERSION } from './version.ts';
export { concentrationVerdict, conclusionSentence } from './world/concentration-verdict.ts';
