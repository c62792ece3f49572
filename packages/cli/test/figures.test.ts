import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figureOptions } from '../src/figure-options.ts';
import type { GivenOptions } from '../src/options.ts';
import { demoBundle } from './demo-town.ts';
import { filesUnder, oryn, temporaryFolder } from './run-oryn.ts';

const folder = temporaryFolder();
const bundle = demoBundle(join(folder, 'bundle'));

describe('oryn figures for paper', () => {
  it('writes the formats, languages and width asked for, the dots per inch in the file', () => {
    const out = join(folder, 'paper');
    const run = oryn(
      `figures ${bundle} --format svg,pdf,png,tiff --style one-column --lang ru,kk --dpi 200 --out ${out}`.split(
        ' ',
      ),
    );
    expect(run.status, run.stderr).toBe(0);
    expect(run.stderr).toBe('');
    expect(filesUnder(out).sort()).toEqual(
      ['concentration-years', 'hot-places', 'lorenz'].flatMap((name) =>
        ['kk', 'ru'].flatMap((lang) =>
          ['pdf', 'png', 'svg', 'tiff'].map((kind) => `${name}.${lang}.${kind}`),
        ),
      ),
    );
    expect(readFileSync(join(out, 'lorenz.kk.svg'), 'utf8')).toMatch(/^<svg[^>]* width="85mm"/);
    expect(readFileSync(join(out, 'lorenz.kk.png')).readUInt32BE(16)).toBe(Math.round((85 / 25.4) * 200));
    expect(readFileSync(join(out, 'lorenz.ru.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(readFileSync(join(out, 'lorenz.ru.tiff')).toString('latin1', 0, 2)).toBe('II');
  });

  it('numbers the figures of a Kazakh journal in their order, and outlines letters in grey', () => {
    const out = join(folder, 'journal');
    const args = `figures ${bundle} --format svg --style kz-vak --number 4 --palette grey --lang kk --out ${out}`;
    expect(oryn(args.split(' ')).status).toBe(0);
    for (const [i, name] of ['hot-places', 'lorenz', 'concentration-years'].entries()) {
      const svg = readFileSync(join(out, `${name}.kk.svg`), 'utf8').replaceAll('\u00a0', ' ');
      expect(svg.includes(`>${4 + i}-сурет – `), name).toBe(true);
      expect(svg).toMatch(/^<svg[^>]* width="165mm"/);
      expect(svg.includes('#B3260F')).toBe(false);
    }
    expect(oryn([...args.split(' '), '--outline-text']).status).toBe(0);
    expect(readFileSync(join(out, 'lorenz.kk.svg'), 'utf8').includes('<text')).toBe(false);
  });

  it('sets several bundles side by side in one scale', () => {
    const out = join(folder, 'panels');
    const run = oryn(
      `figures ${bundle} ${bundle} --format svg --width 174 --number 1 --lang ru --out ${out}`.split(' '),
    );
    expect(run.status, run.stderr).toBe(0);
    expect(filesUnder(out).sort()).toEqual(['hot-places-panels.ru.svg', 'lorenz-panels.ru.svg']);
    const svg = readFileSync(join(out, 'hot-places-panels.ru.svg'), 'utf8').replaceAll('\u00a0', ' ');
    expect(svg).toMatch(/^<svg[^>]* width="174mm"/);
    expect(svg.includes('>Рисунок 1 – ')).toBe(true);
    const scales = [...svg.matchAll(/data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/g)].map(
      ([whole]) => whole,
    );
    expect(scales).toHaveLength(2);
    expect(new Set(scales).size).toBe(1);
  });

  it('refuses by code what cannot be drawn, before a file is written', () => {
    const out = join(folder, 'refused');
    const refused: [string, string][] = [
      ['--width 0', '[option.invalid]'],
      ['--style poster --dpi 1200 --format svg,png', '[figure.too-many-pixels]'],
    ];
    for (const [given, said] of refused) {
      const run = oryn(['figures', bundle, '--out', out, ...given.split(' ')]);
      expect(run.status, given).toBe(1);
      expect(run.stderr, given).toContain(said);
    }
    expect(existsSync(out)).toBe(false);
    const many = Array.from({ length: 5 }, () => bundle);
    expect(oryn(['figures', ...many, '--out', out]).stderr).toContain('1 … 4');
  });
});

describe('figureOptions', () => {
  it('takes the paper of a style, a width and a number of its own before it', () => {
    expect(figureOptions({}, 1)).toEqual({
      langs: ['kk', 'ru', 'en'],
      formats: ['svg', 'png'],
      paper: {},
      isGrey: false,
      outlineText: false,
      dpi: 300,
    });
    const given = { style: 'kz-vak', width: '170', format: 'pdf, tiff,pdf', lang: 'kk' };
    expect(figureOptions(given, 1)).toMatchObject({
      langs: ['kk'],
      formats: ['pdf', 'tiff'],
      paper: { widthMm: 170, number: 1 },
    });
    expect(figureOptions({ style: 'slide', number: '2' }, 1).paper).toEqual({
      widthMm: 220,
      magnify: 1.6,
      number: 2,
    });
  });

  it('refuses with the values that would have fitted', () => {
    const refused: [GivenOptions, number, string][] = [
      [{ width: '0' }, 1, '60 … 1500'],
      [{ width: '100000' }, 1, '60 … 1500'],
      [{ width: 'wide' }, 1, '60 … 1500'],
      [{ width: '85', style: 'slide' }, 1, '96 … 1500'],
      [{ width: '85' }, 2, '120 … 1500'],
      [{ style: 'one-column' }, 2, '120 … 1500'],
      [{ dpi: '0' }, 1, '72 … 1200'],
      [{ dpi: '100000' }, 1, '72 … 1200'],
      [{ format: 'svg,bmp' }, 1, 'svg, pdf, png, tiff'],
      [{ format: 'eps' }, 1, 'svg, pdf, png, tiff'],
      [{ style: 'nature' }, 1, 'one-column, two-column, slide, poster, kz-vak'],
      [{ palette: 'sepia' }, 1, 'colour, grey'],
      [{ number: '1.5' }, 1, '1, 2, 3, …'],
      [{ lang: 'ru,de' }, 1, 'kk, ru, en'],
    ];
    for (const [given, panels, expected] of refused) {
      expect(() => figureOptions(given, panels), JSON.stringify(given)).toThrow(
        expect.objectContaining({
          code: 'option.invalid',
          parameters: expect.objectContaining({ expected }),
        }),
      );
    }
  });
});
