import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureNames, panelFigureNames } from '@oryn/study';
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
    expect(svg.replaceAll(/<[^>]+>/g, '').includes('а) Кенжол')).toBe(true);
    const scales = [...svg.matchAll(/data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/g)].map(
      ([whole]) => whole,
    );
    expect(scales).toHaveLength(2);
    expect(new Set(scales).size).toBe(1);
  });

  it('draws every kind, says what it left out and why, and counts figures on over the kinds', () => {
    const out = join(folder, 'all');
    const run = oryn(
      `figures ${bundle} --figures all --format svg --lang kk --number 3 --json --breaks quantile:4 --draws 19 --out ${out}`.split(
        ' ',
      ),
    );
    expect(run.status, run.stderr).toBe(0);
    const { parameters, result } = JSON.parse(run.stdout);
    expect(result.leftOut).toEqual([{ figure: 'concentration-world', reason: 'notCompared' }]);
    expect(run.stderr).toContain('concentration-world');
    expect(parameters.breaks).toEqual({ method: 'quantile', classes: 4 });
    const drawn = figureNames.filter((name) => name !== 'concentration-world');
    expect(result.written).toEqual(drawn.map((name) => join(out, `${name}.kk.svg`)));
    for (const [i, name] of drawn.entries()) {
      const svg = readFileSync(join(out, `${name}.kk.svg`), 'utf8').replaceAll('\u00a0', ' ');
      expect(svg.includes(`>${3 + i}-сурет – `), name).toBe(true);
    }
    expect(readFileSync(join(out, 'counts.kk.svg'), 'utf8')).toContain('ұяшық саны тең');
  });

  it('refuses a figure asked for by name that has nothing to show, and writes nothing', () => {
    const out = join(folder, 'refused-name');
    const run = oryn(
      `figures ${bundle} --figures lorenz,concentration-world --lang ru --out ${out}`.split(' '),
    );
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('[figure.not-possible]');
    expect(run.stderr).toContain('вымышлены');
    expect(existsSync(out)).toBe(false);
  });

  it('keeps every kind to the height of a slide', () => {
    const out = join(folder, 'slides');
    const run = oryn(
      `figures ${bundle} --figures all --style slide --format svg --lang ru --draws 19 --out ${out}`.split(
        ' ',
      ),
    );
    expect(run.status, run.stderr).toBe(0);
    for (const name of filesUnder(out)) {
      const [, width, height] = /^<svg[^>]* width="([\d.]+)mm" height="([\d.]+)mm"/.exec(
        readFileSync(join(out, name), 'utf8'),
      )!;
      expect(Number(height), name).toBeLessThanOrEqual(190.01);
      expect(Number(width), name).toBeLessThanOrEqual(220.01);
    }
  });

  it('writes beside the bundle, never into it', () => {
    const before = filesUnder(bundle);
    for (const out of [bundle, join(bundle, 'figures'), join(bundle, 'a/b')]) {
      const run = oryn(['figures', bundle, '--figures', 'lorenz', '--lang', 'kk', '--out', out]);
      expect(run.stderr).toContain('[out.in-bundle]');
      expect(run.stderr).toContain('жинақ');
    }
    expect(
      oryn(['figures', `${bundle}/`, '--figures', 'lorenz', '--lang', 'kk', '--format', 'svg']).status,
    ).toBe(0);
    expect(filesUnder(`${bundle}-figures`)).toEqual(['lorenz.kk.svg']);
    expect(filesUnder(bundle)).toEqual(before);
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
    expect(figureOptions({}, 1)).toMatchObject({
      langs: ['kk', 'ru', 'en'],
      onLeftOut: 'pass',
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
      heightMm: 190,
      magnify: 1.6,
      number: 2,
    });
  });

  it('reads what is asked of the figures', () => {
    expect(figureOptions({ figures: 'week, counts' }, 1)).toMatchObject({
      choices: { figures: ['week', 'counts'] },
      onLeftOut: 'refuse',
    });
    expect(figureOptions({ figures: 'all' }, 1).choices.figures).toEqual(figureNames);
    expect(figureOptions({ figures: 'all' }, 2)).toMatchObject({
      choices: { figures: panelFigureNames },
      onLeftOut: 'say',
    });
    expect(figureOptions({ breaks: 'jenks:7' }, 1).choices.breaks).toEqual({ method: 'jenks', classes: 7 });
    expect(figureOptions({ breaks: 'head-tail' }, 1).choices.breaks).toEqual({ method: 'head-tail' });
    expect(figureOptions({ breaks: '1, 5,10.5' }, 1).choices.breaks).toEqual({
      method: 'own',
      limits: [1, 5, 10.5],
    });
    expect(figureOptions({ periods: '2019,2021-2022' }, 1).choices.periods).toEqual([
      { from: '2019-01', to: '2019-12' },
      { from: '2021-01', to: '2022-12' },
    ]);
    expect(figureOptions({ periods: '2019-03..2020-02,2022-03..2023-02' }, 1).choices.periods).toEqual([
      { from: '2019-03', to: '2020-02' },
      { from: '2022-03', to: '2023-02' },
    ]);
    expect(figureOptions({ against: 'theft', draws: '99' }, 1).choices).toMatchObject({
      against: 'theft',
      draws: 99,
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
      [{ figures: 'map' }, 1, [...figureNames, 'all'].join(', ')],
      [{ figures: 'change' }, 2, 'hot-places, counts, concentration-set, density, lorenz, all'],
      [{ draws: '5' }, 1, '19 … 9999'],
      ...['jenks', 'jenks:1', 'jenks:8', '5,1', '0,5', '1,2,3,4,5,6,7', 'a', ''].map(
        (breaks): [GivenOptions, number, string] => [
          { breaks },
          1,
          'jenks:2 … jenks:7, quantile:2 … quantile:7, equal:2 … equal:7, head-tail, 1,5,10,50',
        ],
      ),
      ...['2019', '2022,2019', '2019,2019', '2019-13..2020-01,2021', '2020-2019,2021', '2019,2020,2021'].map(
        (periods): [GivenOptions, number, string] => [
          { periods },
          1,
          '2019-2020,2022-2023; 2019-03..2020-02,2022-03..2023-02',
        ],
      ),
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
