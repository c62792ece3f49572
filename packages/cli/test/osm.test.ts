import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oryn, parseCsv, temporaryFolder, write } from './run-oryn.ts';

const folder = temporaryFolder();
const demo = join(import.meta.dirname, '../../../datasets/demo');
const town = join(demo, 'exports/simulated-streets.osm');
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('oryn osm', () => {
  it('lists boundaries, on the screen and as a table', () => {
    const { stdout } = oryn(['osm', town, '--list']);
    expect(stdout).toMatch(/1\s+6\s+Кенжол/);
    expect(stdout).toContain('Boundaries: 2');
    const out = join(folder, 'areas.csv');
    expect(oryn(['osm', town, '--list', '--out', out]).status).toBe(0);
    expect(parseCsv(readFileSync(out, 'utf8')).name_ru).toEqual(['Кенжол', 'Центральный район']);
  });

  it('writes a boundary that is the one of the town, by number and by name', () => {
    for (const given of ['1', 'kenzhol']) {
      const out = join(folder, `area-${given}.geojson`);
      const run = oryn(['osm', town, '--area', given, '--out', out]);
      expect(run.status, run.stderr).toBe(0);
    }
    const { features, simulated, attribution } = read('area-1.geojson');
    expect(read('area-kenzhol.geojson').features).toEqual(features);
    const [drawn] = JSON.parse(readFileSync(join(demo, 'demo-kenzhol/boundary.geojson'), 'utf8')).features;
    const corners = (ring: number[][]) => [...new Set(ring.map(String))].sort();
    expect(corners(features[0].geometry.coordinates[0][0])).toEqual(corners(drawn.geometry.coordinates[0]));
    expect([simulated, attribution]).toEqual([true, undefined]);
  });

  it('writes streets with their account, and those alone that meet a boundary', () => {
    const all = oryn(['osm', town, '--out', join(folder, 'all.geojson'), '--json']);
    const { account } = JSON.parse(all.stdout).result;
    const others = account.leftOut.otherClass.reduce(
      (sum: number, { ways }: { ways: number }) => sum + ways,
      0,
    );
    expect(account.ways).toBe(account.kept + others);
    const { features } = read('all.geojson');
    expect(features).toHaveLength(account.kept);
    expect(features[0].properties).toMatchObject({ id: 1, simulated: true });

    const [[lon, lat]] = features[0].geometry.coordinates;
    const [west, south, east, north] = [lon - 0.001, lat - 0.001, lon + 0.001, lat + 0.001];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const boundary = write(
      folder,
      'corner.geojson',
      JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    );
    const args = ['osm', town, '--boundary', boundary, '--out', join(folder, 'part.geojson')];
    const part = oryn([...args, '--lang', 'ru']);
    expect(part.stdout).toContain('не улица по классу');
    expect(part.stdout).toContain('целиком вне границы');
    const kept = read('part.geojson').features.length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(features.length);
    const also = oryn(['osm', town, '--also', 'service', '--json']);
    expect(JSON.parse(also.stdout).result.account).toMatchObject({ kept: account.ways });
  });

  it('is read as streets by other commands, and refused as a boundary', () => {
    const incidents = join(demo, 'demo-kenzhol/simulated-incidents.csv.gz');
    const cells = oryn(['cells', incidents, '--unit', `segments:${town}`]);
    expect(cells.status, cells.stderr).toBe(0);
    const refused = oryn(['cells', incidents, '--boundary', town]);
    expect(refused.stderr).toMatch(/\[osm\.boundary\].*oryn osm simulated-streets\.osm --list/);
  });

  it('says what it cannot do, and writes nothing', () => {
    const out = join(folder, 'none.geojson');
    const codes = (args: string[]) => oryn(['osm', ...args, '--out', out]).stderr;
    expect(codes([town, '--list', '--area', '1'])).toContain('[option.together]');
    expect(codes([town, '--area', 'Atlantis'])).toContain('[osm.area-unknown]');
    expect(codes([join(demo, 'demo-kenzhol/streets.geojson')])).toContain('[osm.not-osm]');
    const elsewhere = join(demo, 'demo-tasozen/boundary.geojson');
    expect(codes([town, '--boundary', elsewhere])).toContain('[osm.no-streets]');
    expect(oryn(['osm', town, '--out', 'streets.shp']).stderr).toContain('[out.format]');
    expect(existsSync(out)).toBe(false);
  });
});
