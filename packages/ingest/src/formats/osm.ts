import { OrynError } from '@oryn/core';
import type { SourceFile } from '../source/source-file.ts';
import { featureFacts, featureTable } from './feature-table.ts';
import { formatOf } from './open-table.ts';
import type { OsmFile } from './osm-elements.ts';
import { readOsmStreets } from './osm-streets.ts';
import type { Table } from './table.ts';

/** @throws OrynError osm.not-osm, and those of `formatOf` and of the readers */
export async function openOsm(file: SourceFile): Promise<OsmFile> {
  switch (await formatOf(file)) {
    case 'osm-pbf':
      return (await import('./osm-pbf.ts')).openOsmPbf(file);
    case 'osm-xml':
      return (await import('./osm-xml.ts')).openOsmXml(file);
    case 'osm-json':
      return (await import('./osm-json.ts')).openOsmJson(file);
    default:
      throw new OrynError('osm.not-osm', { file: file.name });
  }
}

/** The streets of such a file as rows; lines have no coordinates of their own. @throws as `readOsmStreets` */
export async function openOsmTable(file: SourceFile): Promise<Table> {
  const { features } = await readOsmStreets(file);
  return featureTable(file, { features, facts: featureFacts(await formatOf(file)) });
}
