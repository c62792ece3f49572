import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { zipOfBundle } from '@oryn/study';
import { build, type Plugin, type UserConfig } from 'vite';
import { policy, policyTag } from './policy.ts';

const WORKER_URL = /\?worker&url$/;
const RESOLVED = '\0whole-worker:';

/**
 * The whole viewer in one page: code and styles in its text, workers as blobs, fonts and WebAssembly as data
 * addresses, bundles packed in base64. The page then asks nobody for anything, and its policy says so.
 *
 * @param bundles folders of the bundles that open with it
 * @param shared what workers are built with, as the page is
 */
export function singleFile(bundles: readonly string[], shared: UserConfig): Plugin {
  return {
    name: 'oryn-single-file',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer) {
      if (!WORKER_URL.test(source)) return null;
      const found = await this.resolve(source.replace(WORKER_URL, ''), importer);
      return found && `${RESOLVED}${found.id}`;
    },
    async load(id) {
      if (!id.startsWith(RESOLVED)) return null;
      const code = await wholeWorker(id.slice(RESOLVED.length), shared);
      // By the ending MapLibre tells a classic script.
      const url = `URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' }))`;
      return { code: `export default ${url} + '#worker.cjs';`, moduleType: 'js' };
    },
    generateBundle: {
      order: 'post',
      handler(_, files) {
        const written = Object.values(files);
        const page = written.find(({ fileName }) => fileName === 'index.html');
        const script = written.find((file) => file.type === 'chunk');
        const style = written.find(({ fileName }) => fileName.endsWith('.css'));
        if (page?.type !== 'asset' || script?.type !== 'chunk' || style?.type !== 'asset') {
          throw new Error('The page was not built as one script and one style.');
        }
        for (const name of Object.keys(files)) delete files[name];
        this.emitFile({
          type: 'asset',
          fileName: 'oryn.html',
          source: onePage(script.code, String(style.source), bundles),
        });
      },
    },
  };
}

/** A worker and everything it may ever load, as one script. */
async function wholeWorker(entry: string, shared: UserConfig): Promise<string> {
  const built = await build({
    ...shared,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ...shared.build,
      write: false,
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        // A page opened from a file may start only classic scripts as workers; they know no `import.meta`.
        output: { format: 'iife', codeSplitting: false },
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const script = 'output' in output && output.output.find((file) => file.type === 'chunk');
  if (!script) throw new Error(`No script came of ${entry}.`);
  return script.code;
}

function onePage(script: string, style: string, bundles: readonly string[]): string {
  // Inside a script element only these two would end or hide it; in a string or a pattern they mean the same.
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const sheet = style.replaceAll('</style', '<\\/style');
  const { 'frame-ancestors': _, 'manifest-src': __, ...directives } = policy;
  const own = {
    ...directives,
    'script-src': `'${hashOf(code)}' 'wasm-unsafe-eval'`,
    'style-src': `'${hashOf(sheet)}'`,
    'img-src': 'data: blob:',
    'font-src': 'data:',
    'connect-src': 'data: blob:',
    'worker-src': 'blob:',
  };
  const icon = readFileSync(join(import.meta.dirname, '../public/icon.svg')).toString('base64');
  return [
    '<!doctype html>',
    '<html lang="ru">',
    '<head>',
    '<meta charset="utf-8">',
    policyTag(own),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}">`,
    '<title>Oryn</title>',
    `<style>${sheet}</style>`,
    '</head>',
    '<body>',
    '<div id="root"></div>',
    ...bundles.map(packedBundle),
    `<script type="module">${code}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** What the viewer reads of a bundle, in an element that no browser runs. */
function packedBundle(folder: string): string {
  const wanted = ['manifest.json', 'context.geojson', 'concentration-report.json'];
  const names = readdirSync(folder).filter((name) => wanted.includes(name) || name.endsWith('.parquet'));
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  const { study, simulated } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const id = basename(folder);
  const entry = { id, title: study.title ?? id, city: study.city ?? null, simulated };
  const facts = JSON.stringify(entry).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const packed = Buffer.from(zipOfBundle(files)).toString('base64');
  return `<script type="application/zip" data-bundle="${facts}">${packed}</script>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
