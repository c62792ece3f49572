import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthNumber } from '@oryn/core';
import { classLabel } from '@oryn/figures';
import { text } from '@oryn/language';
import { drawFigures, drawnOfBundle, type OpenBundle, openBundle } from '@oryn/study';
import type { Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chartFigures, mapFigures } from '../src/figure/figure-choice.ts';
import { filterOf } from '../src/worker/answer.ts';
import { figure } from '../src/worker/figure.ts';
import { monthCells } from '../src/worker/time.ts';
import type { Question } from '../src/worker/types.ts';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();
const all: Question = { from: 2019, to: 2023, category: undefined, hours: undefined };
/** What a reader of an SVG reads. */
const wordsOf = (svg: string): string[] => [...svg.matchAll(/>([^<]+)</g)].map(([, words]) => words);

describe.skipIf(!session)('the figure of a view', { timeout: 60_000 }, () => {
  let folder: string;
  let bundle: OpenBundle;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-figure-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    bundle = await openBundle(async (path) => new Uint8Array(readFileSync(join(folder, 'town', path))));
    await session!.serve([join(folder, 'town')]);
  }, 240_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  const saved = async (button: string): Promise<Buffer> => {
    const waiting: Promise<Download> = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return readFileSync(await (await waiting).path());
  };
  const drawn = async (): Promise<string> => {
    await page.waitForSelector('.figure-page[aria-busy=false]');
    return (await page.locator('.figure-paper svg').evaluate((svg) => svg.outerHTML)) as string;
  };
  const choose = async (field: string, option: string): Promise<string> => {
    await page.getByLabel(field, { exact: true }).selectOption(option);
    await expect.poll(drawn).not.toBe('');
    return drawn();
  };

  it('is the layer and the part on the map, and saves a picture, a drawing and its numbers', async () => {
    page = await session!.open('?lang=en&layer=counts', DESKTOP, '.canvas[data-state=idle]');
    await page.getByRole('button', { name: text('en', 'viewer.zoomIn') }).click();
    await page.waitForTimeout(400);
    await page.getByRole('button', { name: text('en', 'figurePage.openTitle') }).click();
    const part = await drawn();
    expect(part).toContain('Only a part of the study area is shown');
    const scale = (svg: string): number => {
      const [, meters, pixels] = /data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/.exec(svg)!;
      return Number(pixels) / Number(meters);
    };
    const whole = await choose(text('en', 'figurePage.part'), 'city');
    expect(scale(part)).toBeGreaterThan(1.3 * scale(whole));
    // The whole city is what the command line draws.
    const printed = figure(bundle, all, { name: 'counts', paper: { widthMm: 174 } }, 'en').svg!;
    expect(wordsOf(whole)).toEqual(wordsOf(printed));
    expect(wordsOf((await saved('Save as SVG')).toString('utf8'))).toEqual(wordsOf(printed));

    const png = await saved('Save as PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round((174 / 25.4) * 300));
    expect(png.readUInt32BE(41)).toBe(Math.round(300 / 0.0254));
    const [head, ...rows] = (await saved('Numbers behind it')).toString('utf8').trimEnd().split('\n');
    const column = head.split(',').indexOf('n');
    const total = rows.reduce((sum, row) => sum + Number(row.split(',')[column]), 0);
    expect(total).toBe(bundle.n.reduce((a, b) => a + b, 0));
    expect(wordsOf(whole)).toContain(`N = ${total.toLocaleString('en')} incidents`);

    // A filter is named by its figure.
    await page.getByLabel(text('en', 'viewer.shift')).selectOption('08-16');
    await expect.poll(drawn).toContain('08:00 to 16:00');
    const grey = await choose(text('en', 'figurePage.colours'), 'grey');
    await expect.poll(drawn).not.toMatch(/(?:fill|stroke)="#(?!(..)\1\1)[0-9A-F]{6}"/);
    expect(grey).not.toBe('');
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: text('en', 'open.back') }).click();
    await page.waitForSelector('.places li');
  });

  it('sets every letter of a picture in the shipped face, once all are there', async () => {
    // Without a letter of its own the system would lend another: the picture of a browser that has time is the same.
    page = await session!.open('?lang=kk&page=figure', DESKTOP, '.figure-paper svg');
    const first = await saved(text('kk', 'figurePage.png'));
    await page.waitForTimeout(1500);
    expect((await saved(text('kk', 'figurePage.png'))).equals(first)).toBe(true);
  });

  it('is of every kind, or says why there is none', () => {
    const drawn = drawnOfBundle(bundle, filterOf(bundle, all));
    const { figures, leftOut } = drawFigures(drawn, 'en', {}, { figures: [...mapFigures, ...chartFigures] });
    expect(figures.size).toBe(mapFigures.length + chartFigures.length - 1);
    expect(leftOut).toEqual([{ figure: 'concentration-world', reason: 'notCompared' }]);
    const { svg, reason } = figure(bundle, all, { name: 'concentration-world', paper: {} }, 'en');
    expect([svg, reason]).toEqual([undefined, 'notCompared']);
  });

  it('of a month has its incidents and the classes of all months', () => {
    const { points, incidents } = bundle;
    const isOf = (i: number): boolean =>
      points.month[i] === monthNumber(2021, 7) &&
      !incidents.category.labels[incidents.category.codes[i]].includes(':');
    const asked = { name: 'counts', month: '2021-07', paper: { widthMm: 174 } } as const;
    const words = wordsOf(figure(bundle, all, asked, 'en').svg!);
    const n = Array.from(points.month).filter((_, i) => isOf(i)).length;
    expect(words).toContain(`N = ${n} incidents`);
    const { limits } = monthCells(bundle, all).classes;
    expect(words).toContain(classLabel('en', limits, limits.length - 2));
    expect(words).toContain(classLabel('en', limits, 1));
    expect(words.join(' ')).toMatch(/July\s2021/);
  });
});
