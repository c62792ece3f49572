import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../apps/viewer/test/support/browser.ts';
import { makeBundle } from '../apps/viewer/test/support/commands.ts';
import { writeFixture } from '../apps/viewer/test/support/fixture.ts';
import { DESKTOP, ViewerSession } from '../apps/viewer/test/support/session.ts';

const browser = process.platform === 'linux' ? await launchBrowser() : undefined;
const STUDIES = 12;
/** By then as many studies are kept as ever will be. */
const SETTLED = 5;

describe.skipIf(!browser)('study after study in one page', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'oryn-memory-'));
  let session: ViewerSession;

  beforeAll(async () => {
    session = new ViewerSession(browser!);
    makeBundle(writeFixture(folder), join(folder, 'town'));
    await session.serve([join(folder, 'town')]);
  }, 300_000);

  afterAll(async () => {
    await session.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes no more memory after ten than after five', async () => {
    const page = await session.open('?lang=en&page=open', DESKTOP, '.drop-zone');
    const whole = await browser!.newBrowserCDPSession();
    const own = await page.context().newCDPSession(page);
    /** Megabytes of the processes of the page, its workers and heaps of typed arrays among them. */
    const megabytes = async (): Promise<number> => {
      await own.send('HeapProfiler.collectGarbage');
      const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
      const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      const pagesOf = (id: number): number =>
        Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096;
      return pages.reduce((sum, id) => sum + pagesOf(id), 0) / 1e6;
    };
    const used: number[] = [];
    for (let study = 0; study < STUDIES; study++) {
      await page.setInputFiles(
        'input[type=file]',
        ['incidents.csv', 'boundary.geojson', 'streets.geojson'].map((name) => join(folder, name)),
      );
      await page.getByRole('button', { name: 'Find the problem places' }).click({ timeout: 60_000 });
      await page.waitForSelector('.places li', { timeout: 60_000 });
      await page.waitForSelector('.canvas[data-state=idle]', { timeout: 60_000 });
      used.push(Math.round(await megabytes()));
      await page.getByRole('button', { name: 'Open data' }).click();
      await page.waitForSelector('.drop-zone');
    }
    console.log(`megabytes after each study: ${used.join(', ')}`);
    const [settled, last] = [used.slice(SETTLED, SETTLED + 3), used.slice(-3)].map((some) =>
      Math.min(...some),
    );
    expect(last).toBeLessThan(1.15 * settled!);
    await session.close();
  });
});
