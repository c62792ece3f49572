import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPng } from '@oryn/figures/node';
import type { Plugin } from 'vite';

const PUBLIC = join(import.meta.dirname, '../public');
const WORKER = 'service-worker.js';
const ICON_PIXELS = [192, 512];
/** At this many dots per inch a millimetre of an SVG is ten pixels. */
const DPI = 254;
/** Told by whoever serves the app, so never kept with it. */
const NOT_KEPT = ['basemap.json', 'bundles', 'policy.json'];

/** The list of files that the service worker keeps, and the icons of the installed app. */
export function offline(): Plugin {
  return {
    name: 'oryn-offline',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, files) {
        for (const pixels of ICON_PIXELS) {
          this.emitFile({ type: 'asset', fileName: `icon-${pixels}.png`, source: icon(pixels) });
        }
        const worker = files[WORKER];
        if (worker?.type !== 'chunk') throw new Error('The service worker was not built.');
        const hash = createHash('sha256');
        for (const file of Object.values(files)) {
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
        }
        const given = readdirSync(PUBLIC).filter((name) => !NOT_KEPT.includes(name));
        for (const name of given) hash.update(readFileSync(join(PUBLIC, name)));
        const built = Object.keys(files).filter((name) => name !== WORKER && name !== 'index.html');
        const list = [...new Set([...built, ...given])].sort();
        worker.code = worker.code
          .replace('ORYN_FILES', JSON.stringify(list))
          .replace('ORYN_VERSION', JSON.stringify(hash.digest('hex').slice(0, 12)));
      },
    },
  };
}

/** The emblem on a ground of its own, with the room around it that a round mask takes. */
function icon(pixels: number): Uint8Array {
  const emblem = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8').replace(
    /^<svg[^>]*>|<title>.*<\/title>|<\/svg>\s*$/g,
    '',
  );
  const millimetres = pixels / 10;
  const ground = '<rect x="-8" y="-8" width="48" height="48" fill="#F6F4F0"/>';
  return renderPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${millimetres}mm" height="${millimetres}mm" viewBox="-8 -8 48 48">${ground}${emblem}</svg>`,
    { dpi: DPI },
  );
}
