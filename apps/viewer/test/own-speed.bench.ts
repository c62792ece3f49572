import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { randomStream } from '@oryn/core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, viewerSession } from './support/session.ts';

const session = await viewerSession();
const CENTRES = 400;
const ROWS_AT_ONCE = 10_000;

/** Rows around many centres in an area as large as a city; always the same. */
async function writeRows(path: string, rows: number): Promise<void> {
  const random = randomStream(11);
  const near = (): [number, number] => [71.2 + random.uniform() * 0.5, 51 + random.uniform() * 0.3];
  const centres = Array.from({ length: CENTRES }, near);
  const two = (n: number): string => String(1 + Math.floor(n)).padStart(2, '0');
  const row = (): string => {
    const [lon, lat] = near();
    const [x, y] = centres[Math.floor(random.uniform() ** 2 * CENTRES)];
    const isNear = random.uniform() < 0.6;
    const at = isNear ? [x + random.normal() * 0.002, y + random.normal() * 0.001] : [lon, lat];
    const day = `${two(random.uniform() * 28)}.${two(random.uniform() * 12)}.${2019 + Math.floor(random.uniform() * 5)}`;
    return `${day} ${two(random.uniform() * 23)}:17,1880,021,true,${at[0].toFixed(6)},${at[1].toFixed(6)}\n`;
  };
  const out = createWriteStream(path);
  out.write('dat_sover_str,crime_code,fe1r29p1_id,simulated,lon,lat\n');
  for (let done = 0; done < rows; done += ROWS_AT_ONCE) {
    out.write(Array.from({ length: Math.min(ROWS_AT_ONCE, rows - done) }, row).join(''));
  }
  out.end();
  await finished(out);
}

/** Writes down every task of the main thread that is longer than 50 ms. */
const watchLongTasks = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.push(Math.round(duration));
    }).observe({ entryTypes: ['longtask'] });
  });

const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const { longTasks } = window as unknown as { longTasks: number[] };
    return longTasks.splice(0);
  });

describe.skipIf(!session)('own data, from the drop to the hot places', { timeout: 600_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-speed-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    await session!.serve([join(folder, 'town')]);
  }, 300_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([250_000, 1_000_000])('%i rows', async (rows) => {
    await writeRows(join(folder, 'rows.csv'), rows);
    const page = await session!.newPage(DESKTOP);
    await watchLongTasks(page);
    await page.goto(`${session!.address}?lang=en&page=open`);
    await page.waitForSelector('.drop-zone');
    await longTasks(page);
    const begun = performance.now();
    const since = (): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    await page.setInputFiles('input[type=file]', join(folder, 'rows.csv'));
    const run = page.getByRole('button', { name: 'Find the problem places' });
    await run.waitFor({ timeout: 300_000 });
    console.log(`${rows} rows understood after ${since()}, long tasks ${await longTasks(page)} ms`);

    for (const stage of ['Reading the files', 'Testing every cell', 'Reckoning the density']) {
      await run.click();
      await page.getByText(stage).waitFor({ timeout: 300_000 });
      const stopped = await page.evaluate(async () => {
        const from = performance.now();
        document.querySelector<HTMLButtonElement>('.work button')!.click();
        while (document.querySelector('progress')) await new Promise(requestAnimationFrame);
        return performance.now() - from;
      });
      console.log(`stopped while “${stage}” within ${Math.round(stopped)} ms`);
    }
    await longTasks(page);
    const again = performance.now();
    await run.click();
    await page.waitForSelector('.places li', { timeout: 500_000 });
    const seconds = ((performance.now() - again) / 1000).toFixed(1);
    console.log(`${rows} rows studied in ${seconds} s, long tasks ${await longTasks(page)} ms`);
    await session!.close();
  });
});
