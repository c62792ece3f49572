import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoBundle } from './demo-town.ts';
import { filesUnder, oryn, parseCsv, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const bundle = demoBundle(join(folder, 'town'));
const secret = `${bundle}-public.secret.json`;

describe('oryn public', () => {
  const columns = ['--category', 'theft', '--category', 'robbery+violence'];

  it('writes the one table beside the bundle, and the secret apart from it', () => {
    const before = filesUnder(bundle);
    const run = oryn(['public', bundle, ...columns, '--lang', 'kk']);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(filesUnder(bundle)).toEqual(before);
    expect(filesUnder(`${bundle}-public`).sort()).toEqual([
      'public-table.csv',
      'public-table.en.html',
      'public-table.geojson',
      'public-table.json',
      'public-table.kk.html',
      'public-table.ru.html',
    ]);
    const table = parseCsv(readFileSync(join(`${bundle}-public`, 'public-table.csv'), 'utf8'));
    expect(new Set(table.offences)).toEqual(new Set(['theft', 'robbery+violence']));
    expect(table.n_rounded.every((n) => Number(n) > 0 && Number(n) % 5 === 0)).toBe(true);
    expect(new Set(table.simulated)).toEqual(new Set(['true']));
    const { secret: digits } = JSON.parse(readFileSync(secret, 'utf8'));
    expect(digits).toMatch(/^[0-9a-f]{32}$/);
    for (const name of filesUnder(`${bundle}-public`))
      expect(readFileSync(join(`${bundle}-public`, name), 'utf8')).not.toContain(digits);
    if (process.platform !== 'win32') expect(statSync(secret).mode & 0o077).toBe(0);
  });

  it('makes the same table again, and another only when that is withdrawn', () => {
    const csv = join(`${bundle}-public`, 'public-table.csv');
    const first = readFileSync(csv, 'utf8');
    expect(oryn(['public', bundle, ...columns]).status).toBe(0);
    expect(readFileSync(csv, 'utf8')).toBe(first);
    const other = oryn(['public', bundle, '--resolution', '9']);
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('[public.second-table]');
    expect(other.stderr).toContain('theft, robbery+violence');
    expect(readFileSync(csv, 'utf8')).toBe(first);
    const withdrawn = oryn(['public', bundle, '--category', 'theft', '--withdraw', '--json']);
    expect(withdrawn.status).toBe(0);
    const { result, parameters } = JSON.parse(withdrawn.stdout);
    expect(parameters).toMatchObject({ resolution: 8, withdraw: true });
    expect(result.account.counted).toBeGreaterThan(1000);
    // The same secret: what both tables hold, both hold alike.
    const thefts = (text: string): string[] => text.split('\n').filter((row) => row.includes(',theft,'));
    expect(thefts(readFileSync(csv, 'utf8'))).toEqual(thefts(first));
  });

  it('refuses unknown offences, a changed secret file and a folder of other files', () => {
    const code = (...args: string[]): string =>
      /\[([a-z.-]+)\]/.exec(oryn(['public', bundle, ...args]).stderr)?.[1] ?? '';
    expect(code('--category', 'nothing')).toBe('public.category');
    expect(code('--resolution', 'fine')).toBe('option.invalid');
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'notes.txt'), 'mine');
    expect(code('--out', join(folder, 'mine'))).toBe('out.exists');
    writeFileSync(secret, '{}');
    expect(code()).toBe('public.register-damaged');
  });
});
