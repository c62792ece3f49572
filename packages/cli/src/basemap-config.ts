import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OrynError } from '@oryn/core';

/** What the viewer is told of the base map in `basemap.json`, and what serving it takes. */
export interface BasemapConfig {
  readonly told: { readonly kind: 'none' | 'pmtiles' | 'raster' | 'vector'; readonly url?: string };
  /** A file on this computer, served under the name in `told`. */
  readonly file?: string;
  /** The one other origin that the page may ask. */
  readonly origin?: string;
}

export const BASEMAP_FILE = 'basemap.pmtiles';

/**
 * A file of map tiles (PMTiles), or an address: of such a file, or of tiles with {z}, {x} and {y} in it.
 *
 * @throws OrynError file.missing, option.invalid
 */
export function basemapOf(given: string | undefined): BasemapConfig {
  if (given === undefined) return { told: { kind: 'none' } };
  if (!/^https?:\/\//.test(given)) {
    if (!/\.pmtiles$/i.test(given)) throw invalid(given);
    if (!existsSync(given)) throw new OrynError('file.missing', { path: given });
    return { told: { kind: 'pmtiles', url: BASEMAP_FILE }, file: resolve(given) };
  }
  if (!URL.canParse(given)) throw invalid(given);
  const { origin, pathname } = new URL(given);
  const isTiles = ['{z}', '{x}', '{y}'].every((part) => given.includes(part));
  if (isTiles) {
    const kind = /\.(pbf|mvt)$/i.test(decodeURI(pathname)) ? 'vector' : 'raster';
    return { told: { kind, url: given }, origin };
  }
  if (!/\.pmtiles$/i.test(pathname)) throw invalid(given);
  return { told: { kind: 'pmtiles', url: given }, origin };
}

function invalid(given: string): OrynError {
  return new OrynError('option.invalid', {
    option: '--basemap',
    given,
    expected: 'city.pmtiles, https://…/{z}/{x}/{y}.png, https://…/{z}/{x}/{y}.pbf',
  });
}
