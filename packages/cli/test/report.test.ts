import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoBundle } from './demo-town.ts';
import { filesUnder, oryn, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const bundle = demoBundle(join(folder, 'town'));

describe('oryn report', () => {
  it('writes documents, tables, literature and a statement in one language', () => {
    const out = join(folder, 'out');
    const run = oryn(['report', bundle, '--lang', 'kk', '--tables', 'csv,xlsx,tex,docx', '--out', out]);
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    const files = filesUnder(out);
    for (const name of ['report.kk.docx', 'report.kk.html', 'references.bib', 'data-and-methods.kk.txt'])
      expect(files).toContain(name);
    expect(files.filter((name) => name.startsWith('tables/'))).toHaveLength(16);
    expect(run.stdout.trim().split('\n')).toHaveLength(files.length);
    const html = readFileSync(join(out, 'report.kk.html'), 'utf8');
    expect(html).toContain('1-кесте – ');
    expect(html).toContain('1-сурет – ');
    expect(html.match(/<svg/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('writes all languages to a folder beside the bundle, which it leaves as it was', () => {
    const before = filesUnder(bundle);
    const run = oryn(['report', bundle, '--format', 'html', '--json']);
    expect(run.status).toBe(0);
    for (const lang of ['kk', 'ru', 'en'])
      expect(existsSync(join(`${bundle}-report`, `report.${lang}.html`))).toBe(true);
    expect(filesUnder(bundle)).toEqual(before);
    expect(JSON.parse(run.stdout).result.written).toHaveLength(2 + 3 * 3);
  });

  it('writes the guide to the methods, and only in the languages it is written in', () => {
    const out = join(folder, 'guide.docx');
    const run = oryn(['report', '--methods', '--lang', 'kk', '--out', out]);
    expect(run.status).toBe(0);
    expect(existsSync(out)).toBe(true);
    expect(oryn(['report', '--methods']).stderr).toContain('kk, ru');
    expect(oryn(['report', '--methods', '--lang', 'ru', '--out', 'guide.pdf']).stderr).toContain(
      '[out.format]',
    );
    expect(oryn(['report']).stderr).toContain('[option.missing]');
  });

  it('refuses an unknown format and a folder that is no bundle', () => {
    const unknown = oryn(['report', bundle, '--format', 'odt']);
    expect(unknown.status).toBe(1);
    expect(unknown.stderr).toContain('[option.invalid]');
    expect(unknown.stderr).toContain('docx, html');
    const table = oryn(['report', bundle, '--tables', 'pdf', '--lang', 'ru']);
    expect(table.stderr).toContain('csv, xlsx, docx, tex');
    const missing = oryn(['report', join(folder, 'nothing')]);
    expect(missing.stderr).toContain('[bundle.not-found]');
  });
});
