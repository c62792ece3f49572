import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { serve } from '../src/server.ts';
import { demoBundle } from './demo-town.ts';
import { filesUnder, oryn, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const bundle = demoBundle(join(folder, 'kenzhol'));
const demo = join(import.meta.dirname, '../../../datasets/demo/demo-kenzhol');

/** A request whose path is sent as it is: fetch would tidy up `..` first. */
function get(
  address: string,
  path: string,
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((done, fail) => {
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });
}

describe('oryn figures', () => {
  it('makes SVG and 300 dpi PNG in every language', () => {
    const out = join(folder, 'figures');
    expect(oryn(['figures', bundle, '--out', out]).status).toBe(0);
    expect(filesUnder(out).sort()).toEqual(
      ['concentration-years', 'hot-places', 'lorenz'].flatMap((name) =>
        ['en', 'kk', 'ru'].flatMap((lang) => ['png', 'svg'].map((kind) => `${name}.${lang}.${kind}`)),
      ),
    );
    const png = readFileSync(join(out, 'hot-places.kk.png'));
    // 170 mm at 300 dpi.
    expect(Math.abs(png.readUInt32BE(16) - Math.round((170 / 25.4) * 300))).toBeLessThanOrEqual(1);
    const at = png.indexOf('pHYs');
    expect(png.readUInt32BE(at + 4)).toBe(Math.round(300 / 0.0254));
    const kazakh = readFileSync(join(out, 'hot-places.kk.svg'), 'utf8');
    expect(kazakh).toMatch(/[әғқңөұүһі]/);
    expect(readFileSync(join(out, 'hot-places.en.svg'), 'utf8')).toBe(
      readFileSync(join(bundle, 'figures/hot-places.svg'), 'utf8'),
    );
  });

  it('refuses a folder that is no bundle, and a bundle from the future, by code', () => {
    expect(oryn(['figures', folder]).stderr).toContain('[bundle.not-found]');
    const future = join(folder, 'future');
    demoBundle(future);
    const manifest = JSON.parse(readFileSync(join(future, 'manifest.json'), 'utf8'));
    writeFileSync(join(future, 'manifest.json'), JSON.stringify({ ...manifest, formatVersion: 2 }));
    const run = oryn(['figures', future]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('[bundle.newer]');
  });
});

describe('oryn inspect', () => {
  it('says what is understood, with every defect counted', () => {
    const args = [
      'inspect',
      join(demo, 'simulated-incidents.csv.gz'),
      '--boundary',
      join(demo, 'boundary.geojson'),
    ];
    const { result } = JSON.parse(oryn([...args, '--json']).stdout);
    const [file] = result.files;
    const dropped: number[] = Object.values(file.dropped);
    expect(file.read).toBe(file.kept + dropped.reduce((a, b) => a + b, 0));
    expect(file.dropped['zero-zero']).toBeGreaterThan(0);
    expect(file.mended['exchanged-axes']).toBeGreaterThan(0);
    expect(result.simulated).toBe(true);
    expect(result.dates).toEqual({ first: '2019-01-01', last: '2023-12-31' });
    expect(result.categories[0].label).toBe('theft');
    const printed = oryn([...args, '--lang', 'ru']).stdout;
    expect(printed).toContain('координаты 0, 0');
    expect(printed).toContain('dat_sover_str');
  });
});

describe('oryn study', () => {
  it('replaces an older bundle and leaves no half one', () => {
    const before = readFileSync(join(bundle, 'manifest.json'));
    mkdirSync(`${bundle}.part-1`);
    writeFileSync(`${bundle}.part-1/places.csv`, 'left by a killed run');
    demoBundle(bundle);
    expect(readFileSync(join(bundle, 'manifest.json')).equals(before)).toBe(true);
    expect(filesUnder(folder).some((name) => name.includes('.part-'))).toBe(false);
  });

  it('with --json prints one document and nothing else', () => {
    const run = oryn(['study', join(demo, 'study.yaml'), '--out', join(folder, 'json'), '--json']);
    expect(Object.keys(JSON.parse(run.stdout))).toEqual([
      'version',
      'command',
      'parameters',
      'choices',
      'account',
      'result',
    ]);
  });

  it('lets options win over the keys of a study file, paths taken from where one stands', () => {
    const out = join(folder, 'override');
    const run = oryn(
      [
        'study',
        join(demo, 'study.yaml'),
        '--resolution',
        '8',
        '--boundary',
        'area.geojson',
        '--out',
        out,
        '--json',
      ],
      folder,
    );
    expect(run.stderr).toContain('[file.missing]');
    writeFileSync(join(folder, 'area.geojson'), readFileSync(join(demo, 'boundary.geojson')));
    const again = oryn(
      [
        'study',
        join(demo, 'study.yaml'),
        '--resolution',
        '8',
        '--boundary',
        'area.geojson',
        '--out',
        out,
        '--json',
      ],
      folder,
    );
    expect(JSON.parse(again.stdout).parameters.resolution).toBe(8);
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).study.boundary).toBe('area.geojson');
  });

  it('analyses a layer kept apart when it alone is asked for', () => {
    const args = [join(demo, 'simulated-incidents.csv.gz'), '--boundary', join(demo, 'boundary.geojson')];
    const run = oryn([
      'study',
      ...args,
      '--category',
      'police-detected:drugs',
      '--out',
      join(folder, 'drugs'),
      '--json',
    ]);
    const { account } = JSON.parse(run.stdout);
    expect(account.analysed).toBe(account.inside);
    expect(account.analysed).toBeGreaterThan(0);
  });

  it('warns of coarse cells and takes one cell a problem place', () => {
    const out = join(folder, 'coarse');
    const args = [join(demo, 'simulated-incidents.csv.gz'), '--boundary', join(demo, 'boundary.geojson')];
    const run = oryn(['study', ...args, '--resolution', '8', '--out', out]);
    expect(run.stdout).toContain('The cells are coarse');
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(manifest.study.maxCells).toBe(1);
  });
});

describe('oryn view', () => {
  it('serves viewer and bundles on the loopback address, and nothing beside them', async () => {
    const { address, server } = await serve(new Map([['kenzhol', bundle]]));
    try {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const index = await get(address, '/');
      expect(index.status).toBe(200);
      expect(index.headers['content-security-policy']).toContain("default-src 'none'");
      const list = JSON.parse((await get(address, '/bundles/index.json')).body);
      expect(list).toMatchObject([{ id: 'kenzhol', simulated: true, city: 'demo-kenzhol' }]);
      expect((await get(address, '/bundles/kenzhol/manifest.json')).body).toBe(
        readFileSync(join(bundle, 'manifest.json'), 'utf8'),
      );
      for (const path of [
        '/../package.json',
        '/bundles/kenzhol/../../package.json',
        '/%2e%2e/package.json',
        '/bundles/other/manifest.json',
        '/bundles/kenzhol/%2e%2e/figures',
      ]) {
        expect((await get(address, path)).status, path).toBe(404);
      }
    } finally {
      server.close();
    }
  });

  it('says when a port is taken', async () => {
    const { address, server } = await serve(new Map([['kenzhol', bundle]]));
    try {
      await expect(serve(new Map(), Number(new URL(address).port))).rejects.toMatchObject({
        code: 'port.in-use',
      });
    } finally {
      server.close();
    }
  });
});

describe('oryn', () => {
  it('helps on every command', () => {
    const help = oryn(['--help']).stdout;
    for (const command of [
      'demo',
      'inspect',
      'cells',
      'hotspots',
      'density',
      'concentration',
      'study',
      'figures',
      'view',
    ]) {
      expect(help).toContain(command);
      expect(oryn([command, '--help']).stdout).toContain('--lang');
    }
  });

  it('the demo writes a bundle per city and a short table', () => {
    const run = oryn(['demo', '--no-serve', '--out', join(folder, 'demo'), '--lang', 'kk']);
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout).toContain('Тасөзен');
    for (const city of ['demo-tasozen', 'demo-kenzhol', 'demo-ashyqdala']) {
      expect(existsSync(join(folder, 'demo', city, 'manifest.json'))).toBe(true);
    }
  });
});
