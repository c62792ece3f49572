import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Who may import whom, as docs/architecture.md states it. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'packages/core': [],
  datasets: [],
  'packages/language': ['datasets'],
  'packages/ingest': ['core', 'datasets'],
  'packages/figures': ['core', 'datasets', 'language'],
  'packages/study': ['core', 'ingest', 'figures', 'datasets', 'language'],
  'packages/cli': ['core', 'ingest', 'figures', 'datasets', 'language', 'study', 'viewer'],
  'apps/viewer': ['core', 'ingest', 'figures', 'datasets', 'language', 'study'],
};

/** Rooms that run in Node and in the browser; figures has its Node part behind an entry of its own. */
const PORTABLE = [
  'packages/core',
  'datasets',
  'packages/language',
  'packages/ingest',
  'packages/figures',
  'packages/study',
];
const NODE_PARTS = /^packages\/figures\/src\/(node\.ts|files\/)/;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sources(path);
    return /\.(ts|tsx)$/.test(entry.name) && !/\.(test|bench)\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\b[^'"`;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3]);
}

describe('the house', () => {
  for (const [room, allowed] of Object.entries(MAY_IMPORT)) {
    it(`${room} imports only ${allowed.join(', ') || 'nobody'}`, () => {
      const files = sources(`${room}/src`);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        for (const name of importsOf(file)) {
          const neighbour = /^@oryn\/([a-z]+)/.exec(name)?.[1];
          if (neighbour) expect(allowed, `${file} imports ${name}`).toContain(neighbour);
          expect(name, `${file} reaches into another room`).not.toMatch(
            /^(\.\.\/)+(packages|apps|datasets)\//,
          );
        }
      }
    });

    it(`${room} declares what it imports`, () => {
      const manifest = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
      const declared = Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
        ...manifest.peerDependencies,
      });
      for (const file of sources(`${room}/src`)) {
        for (const name of importsOf(file)) {
          if (name.startsWith('.') || name.startsWith('node:')) continue;
          const parts = name.split('/');
          const dependency = name.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
          const known = declared.includes(dependency) || declared.includes(`@types/${dependency}`);
          expect(known, `${file} imports ${dependency}`).toBe(true);
        }
      }
    });
  }

  it('keeps Node out of the rooms that also run in the browser', () => {
    for (const room of PORTABLE) {
      for (const file of sources(`${room}/src`)) {
        if (NODE_PARTS.test(file)) continue;
        for (const name of importsOf(file)) expect(name, `${file} imports ${name}`).not.toMatch(/^node:/);
      }
    }
  });

  it('uses no clock, no Math.random and no locale of the machine in its rooms', () => {
    for (const file of Object.keys(MAY_IMPORT).flatMap((room) => sources(`${room}/src`))) {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text, file).not.toMatch(
        /Math\.random\(|Date\.now\(|new Date\(\)|toLocaleString\(|performance\.now\(/,
      );
    }
  });

  it('has one sort of package: same fields, built to dist, source under one condition', () => {
    for (const room of Object.keys(MAY_IMPORT)) {
      const manifest = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
      expect(manifest).toMatchObject({ private: true, license: 'MIT', type: 'module', version: '0.1.0' });
      expect(manifest.description.length, room).toBeGreaterThan(20);
      expect(existsSync(join(root, room, 'tsconfig.json')), room).toBe(true);
      if (!['apps/viewer'].includes(room)) {
        expect(manifest.exports['.']).toEqual({
          '@oryn/source': './src/index.ts',
          types: './dist/index.d.ts',
          default: './dist/index.js',
        });
      }
    }
  });

  it('has the rooms of core as folders, each file of one concept', () => {
    const floors = readdirSync(join(root, 'packages/core/src'));
    for (const floor of [
      'units',
      'random',
      'geometry',
      'significance',
      'incidents',
      'places',
      'tally',
      'density',
      'hotspots',
      'concentration',
      'siting',
    ]) {
      expect(floors).toContain(floor);
    }
    for (const file of Object.keys(MAY_IMPORT).flatMap((room) => sources(`${room}/src`))) {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length;
      expect(lines, `${file} has ${lines} lines`).toBeLessThanOrEqual(400);
    }
  });

  it('names no machine and no registry host in its lockfile and scripts', () => {
    for (const file of ['pnpm-lock.yaml', 'package.json', 'scripts/run.mjs', 'scripts/checks.mjs']) {
      expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/https?:\/\/(?!json-schema)/);
    }
  });
});
