export type { LineFormat } from './arcgis/feature-lines.ts';
export {
  countPeriod,
  fetchWindows,
  type LayerPlan,
  type LayerQuery,
  type LayerRequest,
  planFetch,
  type WindowAccount,
} from './arcgis/fetch-layer.ts';
export { layerAddress } from './arcgis/layer.ts';
export { type Fault, type PoliteClient, type PoliteOptions, politeClient } from './arcgis/polite-client.ts';
export { type MappingFile, parseMappingFile, writeMappingFile } from './columns/mapping-file.ts';
export {
  type ColumnGuess,
  type ColumnMapping,
  type ColumnRole,
  mappableRoles,
  type RecognisedColumns,
  recogniseColumns,
} from './columns/recognise-columns.ts';
export type { SystemChoice } from './coordinates/coordinate-system.ts';
export { readCategoryTable } from './features/read-category-table.ts';
export { type CountsTable, readCounts } from './features/read-counts.ts';
export { type ExposureFeatures, readExposure } from './features/read-exposure.ts';
export { readBoundary, readFeatures } from './features/read-features.ts';
export { readPoints } from './features/read-points.ts';
export { readWeightTable } from './features/read-weight-table.ts';
export { crossingOf } from './features/ring-crossing.ts';
export { setSqliteWasm } from './formats/geopackage.ts';
export { formatOf, openTable } from './formats/open-table.ts';
export { listOsmAreas, type OsmArea, readOsmAreas } from './formats/osm-areas.ts';
export { type GroundAccount, type OsmGround, readOsmGround } from './formats/osm-ground.ts';
export {
  type OsmStreets,
  readOsmStreets,
  type StreetClass,
  type StreetOptions,
  type StreetsAccount,
} from './formats/osm-streets.ts';
export type { FileFormat, OpenOptions, Table, TableFacts } from './formats/table.ts';
export {
  type DropReason,
  drop,
  dropKept,
  type FileAccount,
  type LocatedRows,
  type Mending,
  type YearAccount,
  yearOf,
} from './incidents/account.ts';
export {
  type FileReading,
  type ReadOptions,
  type ReadResult,
  type Reject,
  readIncidents,
} from './incidents/read-incidents.ts';
export { type ArticleText, parseArticle } from './offences/article-text.ts';
export {
  type CategoryRow,
  type CategoryRows,
  type CategoryTable,
  categoryKey,
  type Gravity,
  parseCategoryTable,
} from './offences/category-table.ts';
export { categoryWords } from './offences/category-words.ts';
export {
  type OffenceFacts,
  type OffenceFields,
  type OffenceRule,
  offenceOf,
  offenceReader,
} from './offences/offence.ts';
export { type ApartLayer, apartLayerOf, groupOfLabel } from './offences/offence-layer.ts';
export { placeTypeText } from './offences/place-type.ts';
export { recordSourceOf } from './offences/record-source.ts';
export { truthOf } from './offences/truth-text.ts';
export { type WeightKey, type WeightTable, weightKey } from './offences/weight-table.ts';
export { digestOf, Sha256, sha256Of, sha256OfFile } from './source/sha256.ts';
export { blobFile, memoryFile, PIECE_BYTES, type SourceFile } from './source/source-file.ts';
export { textOf } from './source/text.ts';
export { parseWallClock, type WallClock } from './time/wall-clock.ts';
