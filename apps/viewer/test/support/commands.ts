import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const viewer = resolve(import.meta.dirname, '..', '..');
const repository = resolve(viewer, '..', '..');
const vite = join(viewer, 'node_modules', 'vite', 'bin', 'vite.js');
const oryn = join(repository, 'packages', 'cli', 'bin', 'oryn.js');

function run(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    // Vitest says `test`, and React would be built as for development, several times slower.
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}

/** Build what the tests open, unless it is there and newer than its source. */
export function buildViewer(): void {
  if (!existsSync(join(repository, 'packages', 'cli', 'dist', 'index.js'))) {
    run([join(repository, 'node_modules', 'typescript', 'bin', 'tsc'), '-b'], repository);
  }
  const built = join(viewer, 'dist', 'index.html');
  const sources = [
    'apps/viewer/src',
    'apps/viewer/index.html',
    'apps/viewer/make',
    'apps/viewer/public',
    'apps/viewer/vite.config.ts',
    'packages/core/src',
    'packages/figures/src',
    'packages/ingest/src',
    'packages/language/src',
    'packages/study/src',
  ];
  const isFresh =
    existsSync(built) && sources.every((path) => newest(join(repository, path)) < newest(built));
  if (!isFresh) run([vite, 'build'], viewer);
}

/** The viewer as one file, with some bundles in it. */
export function buildSingleFile(bundles: readonly string[], out: string): void {
  const made = { ORYN_BUNDLES: bundles.join(delimiter), ORYN_SINGLE_OUT: out };
  run([vite, 'build', '--mode', 'single', '--logLevel', 'error'], viewer, made);
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A bundle made by `oryn study`, as a person makes it. */
export function makeBundle(study: string, out: string): void {
  run([oryn, 'study', study, '--out', out], repository);
}

export interface Served {
  address: string;
  stop: () => void;
}

/** `oryn view` on a free port. */
export async function serveBundles(folders: readonly string[]): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [oryn, 'view', ...folders, '--no-open'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await new Promise<string>((done, fail) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+\//.exec(said)?.[0];
      if (found) done(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', () => fail(new Error(`oryn view stopped: ${said}`)));
  });
  return { address, stop: () => child.kill() };
}
