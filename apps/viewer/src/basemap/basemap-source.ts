import { addProtocol, type RasterSourceSpecification, type VectorSourceSpecification } from 'maplibre-gl';
import { isSingleFile } from '../embedded/embedded-bundles.ts';
import { root } from '../worker/client.ts';
import { type BasemapSchema, schemaOf, schemas } from './basemap-schema.ts';

/** What an administrator says of the base map in `basemap.json` beside the page. */
type BasemapConfig =
  | { kind: 'none' }
  | { kind: 'pmtiles'; url: string; attribution?: string }
  | { kind: 'raster'; url: string; attribution?: string; maxzoom?: number; tileSize?: number }
  | {
      kind: 'vector';
      url: string;
      attribution?: string;
      maxzoom?: number;
      schema?: keyof typeof schemas;
    };

export type Basemap = { attribution: string } & (
  | { source: RasterSourceSpecification }
  | { source: VectorSourceSpecification; schema: BasemapSchema }
);

let asked: Promise<Basemap | undefined> | undefined;

/** The base map given with this page, read once; undefined where there is none. Rejects where it cannot be read. */
export function basemapOfPage(): Promise<Basemap | undefined> {
  if (isSingleFile) return Promise.resolve(undefined);
  asked ??= readBasemap();
  return asked;
}

async function readBasemap(): Promise<Basemap | undefined> {
  const response = await fetch(new URL('basemap.json', root));
  if (response.status === 404) return undefined;
  const config = (await response.json()) as BasemapConfig;
  if (config.kind === 'none') return undefined;
  const attribution = plain(config.attribution ?? '');
  // Braces of a template must stay as they are.
  const url = /^https?:/.test(config.url) ? config.url : root + config.url.replace(/^\.?\//, '');
  if (config.kind === 'pmtiles') return readArchive(url, attribution);
  const tiles = { tiles: [url], ...(config.maxzoom !== undefined && { maxzoom: config.maxzoom }) };
  if (config.kind === 'raster') {
    return { attribution, source: { type: 'raster', tileSize: config.tileSize ?? 256, ...tiles } };
  }
  const schema = schemas[config.schema ?? 'openmaptiles'];
  return { attribution, schema, source: { type: 'vector', ...tiles } };
}

/** One file of tiles, of which the browser asks only the parts it shows. */
async function readArchive(url: string, attribution: string): Promise<Basemap> {
  const { PMTiles, Protocol, TileType } = await import('pmtiles');
  const archive = new PMTiles(url);
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  const { tileType, minZoom, maxZoom } = await archive.getHeader();
  const told = (await archive.getMetadata()) as {
    attribution?: string;
    vector_layers?: { id: string }[];
  };
  const facts = {
    tiles: [`pmtiles://${url}/{z}/{x}/{y}`],
    minzoom: minZoom,
    maxzoom: maxZoom,
  };
  const thanks = attribution || plain(told.attribution ?? '');
  if (tileType !== TileType.Mvt) {
    return { attribution: thanks, source: { type: 'raster', tileSize: 256, ...facts } };
  }
  const schema = schemaOf((told.vector_layers ?? []).map(({ id }) => id));
  return { attribution: thanks, schema, source: { type: 'vector', ...facts } };
}

/** Attributions come with links; here they are words. */
function plain(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent.trim();
}
