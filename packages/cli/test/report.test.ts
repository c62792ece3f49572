import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('writes the languages of a list, never into a bundle', () => {
    const out = join(folder, 'two');
    const given = ['report', bundle, '--format', 'html', '--lang', 'ru,kk', '--out'];
    expect(oryn([...given, out]).stderr).toBe('');
    const pages = filesUnder(out).filter((name) => name.endsWith('.html'));
    expect(pages.sort()).toEqual(['report.kk.html', 'report.ru.html']);
    for (const inside of [bundle, join(bundle, 'report')])
      expect(oryn([...given, inside]).stderr).toContain('[out.in-bundle]');
    const guide = ['report', '--methods', '--lang', 'kk', '--out', join(bundle, 'guide.docx')];
    expect(oryn(guide).stderr).toContain('[out.in-bundle]');
    expect(oryn(['report', bundle, '--lang', 'de']).stderr).toContain('[option.invalid]');
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

  it('writes the page that the bundle already holds, for its language', () => {
    const out = join(folder, 'same');
    expect(oryn(['report', bundle, '--lang', 'en', '--format', 'html', '--out', out]).status).toBe(0);
    const page = readFileSync(join(out, 'report.en.html'), 'utf8');
    expect(readFileSync(join(bundle, 'report.html'), 'utf8')).toBe(page);
    expect(page).toContain("default-src 'none'");
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`);
  });

  it('writes the manuscript of an article, its options before the file', () => {
    const out = join(folder, 'article');
    const path = join(folder, 'article.yaml');
    writeFileSync(path, 'udc: "343.97"\nirsti: "10.81.00"\nauthors: [{ name: { ru: Ж. Ахметов } }]\n');
    const given = ['--article', path, '--udc', '911.3:343.97', '--out', out];
    const run = oryn(['report', bundle, '--style', 'kz-vak', '--lang', 'kk', ...given]);
    expect(run.stderr).toBe('');
    expect(filesUnder(out)).toContain('article.kk.docx');
    const page = readFileSync(join(out, 'article.kk.html'), 'utf8');
    for (const said of [
      'ӘОЖ 911.3:343.97',
      'ҒТАМР 10.81.00',
      'Аңдатпа',
      'Аннотация',
      'Abstract',
      'Zh. Akhmetov',
    ])
      expect(page).toContain(said);
  });

  it.each([
    ['an article without the style', ['--udc', '343'], 'option.needs'],
    ['an unknown style', ['--style', 'vak'], 'option.invalid'],
    ['a code of another shape', ['--style', 'kz-vak', '--irsti', '10-81'], 'option.invalid'],
    ['an article file that is not there', ['--style', 'kz-vak', '--article', 'none.yaml'], 'file.missing'],
  ])('refuses %s', (_, given, code) => {
    const run = oryn(['report', bundle, ...given, '--lang', 'ru']);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(`[${code}]`);
  });

  it('refuses an article file with a wrong key and a damaged bundle', () => {
    const path = join(folder, 'wrong.yaml');
    writeFileSync(path, 'autors: []\n');
    const wrong = oryn(['report', bundle, '--style', 'kz-vak', '--article', path, '--lang', 'kk']);
    expect(wrong.stderr).toContain('[article.unknown-key]');
    expect(wrong.stderr).toContain('autors');
    const broken = join(folder, 'broken');
    cpSync(bundle, broken, { recursive: true });
    rmSync(join(broken, 'incidents.parquet'));
    expect(oryn(['report', broken]).stderr).toContain('[bundle.damaged]');
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
