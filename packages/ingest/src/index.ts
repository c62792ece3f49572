export type { DropReason, FileAccount } from './account.ts';
export type { ColumnMapping, ColumnRole } from './column-roles.ts';
export { type ApartLayer, apartLayerOf, groupOfLabel } from './offence-layer.ts';
export { readCounts } from './read-counts.ts';
export { readBoundary, readFeatures } from './read-features.ts';
export { type ReadOptions, type ReadResult, readIncidents } from './read-incidents.ts';
export { type SourceFile, textOf } from './source-file.ts';
export { openTable, type Table } from './table.ts';
export { parseWallClock, type WallClock } from './wall-clock.ts';
