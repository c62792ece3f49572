import type { StudyArea } from '@oryn/core';
import type { Feature, LineString, MultiPolygon } from 'geojson';
import { truthOf } from '../offences/truth-text.ts';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { openOsm } from './osm.ts';
import { lineMeets } from './osm-area-edges.ts';
import type { OsmTags, OsmWay } from './osm-elements.ts';
import { lineOf, NodePlaces } from './osm-node-places.ts';
import { type AreaRelation, isArea, membersOf, relationsOf, shapeOf, waysOf } from './osm-relations.ts';

/** What was taken, and why the rest of what is rail or water was not. */
export interface GroundAccount {
  rails: number;
  /** Rivers and canals as lines. */
  rivers: number;
  /** Lakes, reservoirs and rivers as areas. */
  water: number;
  leftOut: { missingNodes: number; tooShort: number; open: number; outside: number };
}

export interface OsmGround {
  /** Each with `kind` (rail, river, water), `id` and names. */
  features: Feature<LineString | MultiPolygon>[];
  account: GroundAccount;
}

/**
 * Rails and water of a file of OpenStreetMap, to be drawn under the map and never computed with: `railway=rail`,
 * `waterway=river` and `canal` as lines, `natural=water` and `landuse=reservoir` as areas. Without an area all of
 * them, with one those that meet it, each whole.
 *
 * @throws OrynError osm.too-large, and those of `openOsm`
 */
export async function readOsmGround(
  file: SourceFile,
  { area, onProgress }: { area?: StudyArea | undefined; onProgress?: ReadProgress | undefined } = {},
): Promise<OsmGround> {
  const osm = await openOsm(file);
  const relations = await relationsOf(osm, (one) => isArea(one) && isWater(one.tags), onProgress);
  const isMember = membersOf(relations);
  const held = await waysOf(osm, (way) => isMember(way) || kindOf(way.tags) !== undefined, onProgress);
  const places = new NodePlaces(
    file.name,
    Float64Array.from([...held.values()].flatMap(({ nodes }) => nodes)),
  );
  await places.find(osm, onProgress);

  const ground = new Ground(area);
  for (const way of held.values()) ground.addWay(way, held, places);
  for (const relation of relations) ground.addArea(relation, held, places);
  return { features: ground.features, account: ground.account };
}

type Kind = 'rail' | 'river' | 'water';

function isWater(tags: OsmTags): boolean {
  return tags.get('natural') === 'water' || tags.get('landuse') === 'reservoir';
}

/** What a way is; a siding or a rail in a works yard is not drawn. */
function kindOf(tags: OsmTags): Kind | undefined {
  if (isWater(tags)) return 'water';
  if (tags.get('railway') === 'rail' && !tags.has('service')) return 'rail';
  return /^(river|canal)$/.test(tags.get('waterway') ?? '') ? 'river' : undefined;
}

class Ground {
  readonly features: Feature<LineString | MultiPolygon>[] = [];
  readonly account: GroundAccount = {
    ...{ rails: 0, rivers: 0, water: 0 },
    leftOut: { missingNodes: 0, tooShort: 0, open: 0, outside: 0 },
  };
  private readonly meets: ReturnType<typeof lineMeets> | undefined;

  constructor(area: StudyArea | undefined) {
    this.meets = area && lineMeets(area.polygons);
  }

  addWay(way: OsmWay, held: ReadonlyMap<number, OsmWay>, places: NodePlaces): void {
    const kind = kindOf(way.tags);
    if (kind === undefined) return;
    if (kind === 'water') {
      this.addArea({ id: way.id, tags: way.tags, ways: [way.id] }, held, places);
      return;
    }
    const { leftOut } = this.account;
    const line = lineOf(way.nodes, places);
    if (!line) leftOut.missingNodes++;
    else if (line.length < 2) leftOut.tooShort++;
    else if (this.meets && !this.meets(line)) leftOut.outside++;
    else {
      this.account[kind === 'rail' ? 'rails' : 'rivers']++;
      const properties = propertiesOf(way, kind);
      this.features.push({
        type: 'Feature',
        id: way.id,
        properties,
        geometry: { type: 'LineString', coordinates: line },
      });
    }
  }

  addArea(area: AreaRelation, held: ReadonlyMap<number, OsmWay>, places: NodePlaces): void {
    const { leftOut } = this.account;
    const shape = shapeOf(area, held, places);
    if ('missing' in shape) leftOut.missingNodes++;
    else if ('openAt' in shape) leftOut.open++;
    else if (shape.polygons.length === 0) leftOut.tooShort++;
    else if (this.meets && !shape.polygons.flat().some(this.meets)) leftOut.outside++;
    else {
      this.account.water++;
      const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: shape.polygons };
      this.features.push({ type: 'Feature', id: area.id, properties: propertiesOf(area, 'water'), geometry });
    }
  }
}

function propertiesOf({ id, tags }: { id: number; tags: OsmTags }, kind: Kind) {
  const properties: Record<string, string | number | boolean> = { id, kind };
  for (const tag of ['name', 'name:kk', 'name:ru', 'name:en']) {
    const value = tags.get(tag);
    if (value !== undefined) properties[tag] = value;
  }
  if (truthOf(tags.get('simulated') ?? '')) properties.simulated = true;
  return properties;
}
