// The one entry of the project's scripts. It runs before anything is installed, so it uses Node alone, and it
// never needs a shell: the same on Windows, macOS and Linux.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFolder = join(root, 'node_modules', '.oryn');

const tasks = { start, test, statistics, build, bench, look, gallery };
const task = tasks[process.argv[2]];
if (!task) {
  console.error(`Unknown task "${process.argv[2]}". Known: ${Object.keys(tasks).join(', ')}.`);
  process.exit(1);
}
process.exit(await task(process.argv.slice(3)));

async function start(args) {
  prepare();
  return runNode('packages/cli/bin/oryn.js', ['demo', ...args]);
}

/** The viewer to serve, and as one file with some bundles in it: those named, else the demo. */
async function build(bundles) {
  prepare();
  if (bundles.length === 0) return buildDemoFile();
  setStamp('single', '');
  return buildSingleFile(bundles);
}

async function bench(args) {
  prepare();
  return runNode('node_modules/vitest/vitest.mjs', ['run', '--config', 'vitest.bench.config.ts', ...args]);
}

async function statistics(args) {
  prepare();
  return runNode('node_modules/vitest/vitest.mjs', [
    'run',
    '--config',
    'vitest.statistics.config.ts',
    ...args,
  ]);
}

async function look(args) {
  prepare();
  return runNode('node_modules/vitest/vitest.mjs', ['run', '--config', 'vitest.look.config.ts', ...args]);
}

/** Compares the saved pictures of figures with those of now; `--accept` makes those of now the saved ones. */
async function gallery(args) {
  prepare();
  const rest = args.filter((arg) => arg !== '--accept');
  const env = rest.length < args.length ? { ORYN_GALLERY: 'accept' } : {};
  const config = ['run', '--config', 'vitest.gallery.config.ts', ...rest];
  return runNode('node_modules/vitest/vitest.mjs', config, { env });
}

async function test(args) {
  prepare();
  const { runChecks } = await import('./checks.mjs');
  return runChecks({ root, runNode, args });
}

/** Install and build what has changed since the last time. */
function prepare() {
  install();
  must(runNode('node_modules/typescript/bin/tsc', ['-b']), 'The TypeScript build failed.');
  buildViewer();
}

function install() {
  const lock = hashOf([join(root, 'pnpm-lock.yaml')]);
  if (stamp('install') === lock && existsSync(join(root, 'node_modules', '.modules.yaml'))) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  say(`Installing with ${packageManager}`);
  must(npx(['-y', packageManager, 'install', '--frozen-lockfile']), 'The installation failed.');
  setStamp('install', lock);
}

function buildViewer() {
  const sources = ['apps/viewer', 'packages', 'datasets/src'].flatMap((folder) =>
    sourceFiles(join(root, folder)),
  );
  const now = hashOf(sources);
  if (stamp('viewer') === now && existsSync(join(root, 'apps/viewer/dist/index.html'))) return;
  say('Building the viewer');
  must(
    runNode('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn', 'apps/viewer']),
    'The viewer did not build.',
  );
  setStamp('viewer', now);
}

function buildDemoFile() {
  const now = `${stamp('viewer')} ${hashOf(sourceFiles(join(root, 'datasets/demo')))}`;
  if (stamp('single') === now && existsSync(join(root, 'apps/viewer/dist-single/oryn.html'))) return 0;
  const folder = 'results/demo';
  const studied = runNode('packages/cli/bin/oryn.js', ['demo', '--no-serve', '--out', folder]);
  must(studied, 'The demo was not studied.');
  const cities = readdirSync(join(root, folder)).filter((name) =>
    existsSync(join(root, folder, name, 'manifest.json')),
  );
  const status = buildSingleFile(cities.sort().map((city) => join(folder, city)));
  if (status === 0) setStamp('single', now);
  return status;
}

function buildSingleFile(bundles) {
  say('Building apps/viewer/dist-single/oryn.html');
  const env = { ORYN_BUNDLES: bundles.map((bundle) => resolve(root, bundle)).join(delimiter) };
  return runNode(
    'node_modules/vite/bin/vite.js',
    ['build', '--mode', 'single', '--logLevel', 'warn', 'apps/viewer'],
    { env },
  );
}

/** Files that the built viewer depends on: sources and configuration, no tests and nothing made. */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (['node_modules', 'dist', 'dist-single', 'dist-types', 'test', 'bin'].includes(entry.name))
        return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(path);
      return /\.(test|bench)\.tsx?$|\.tsbuildinfo$/.test(entry.name) ? [] : [path];
    });
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    if (statSync(file).isFile()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function stamp(name) {
  const file = join(stampFolder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function setStamp(name, value) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(join(stampFolder, name), value);
}

/** npx through Node itself: on Windows npx is a command file, which only a shell could start. */
function npx(args) {
  const beside = [process.env.npm_execpath && join(dirname(process.env.npm_execpath), 'npx-cli.js')];
  const shipped = [
    join(dirname(process.execPath), 'node_modules/npm/bin/npx-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npx-cli.js'),
  ];
  const cli = [...beside, ...shipped].find((path) => path && existsSync(path));
  if (!cli) {
    console.error('npm was not found beside Node. Start with "npm start" or "npm test".');
    return 1;
  }
  return run([cli, ...args]);
}

function runNode(script, args = [], options = {}) {
  return run([join(root, script), ...args], options);
}

/** Run Node and pass its exit code on; what it prints goes to standard error, the result to standard output. */
function run(args, { env } = {}) {
  const { status, signal } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status ?? (signal ? 130 : 1);
}

function must(status, message) {
  if (status === 0) return;
  console.error(message);
  if (task === test) process.stdout.write('\n0 passed, 1 failed, 0 skipped\n');
  process.exit(status);
}

function say(message) {
  process.stderr.write(`${message}\n`);
}
