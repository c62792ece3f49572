import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './support/commands.ts';
import { writeFixture } from './support/fixture.ts';
import { DESKTOP, PHONE, viewerSession, violations } from './support/session.ts';

const session = await viewerSession();

/** A map drawn in software shares the machine with other tests. */
const PATIENT = { timeout: 15_000 };

describe.skipIf(!session)('habits', { timeout: 120_000 }, () => {
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oryn-habits-'));
    makeBundle(writeFixture(folder), join(folder, 'town'));
    await session!.serve([join(folder, 'town')]);
  }, 120_000);

  afterAll(async () => {
    await session?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    expect(await session!.close()).toEqual([]);
  });

  const addressOf = (page: Page) => expect.poll(() => new URL(page.url()).searchParams.toString(), PATIENT);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const listed = (page: Page) => expect.poll(() => page.locator('.tick[aria-pressed=true]').count(), PATIENT);

  it('undoes choices and the shortlist by keys, buttons and the browser, and never leaves the page', async () => {
    const page = await session!.open('?lang=en', DESKTOP, '.places li');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    expect(await button(page, 'Do again').isDisabled()).toBe(true);
    await page.getByLabel('Offences').selectOption('theft');
    await page.getByLabel('Shift').selectOption('08-16');
    await page.locator('.places .place-row').first().click();
    await page.locator('.sheet').waitFor();
    const chosen = new URL(page.url()).searchParams.toString();
    expect(chosen).toMatch(/^category=theft&hours=08-16&lang=en&place=/);

    await page.keyboard.press('Control+z');
    await page.locator('.sheet').waitFor({ state: 'detached' });
    await addressOf(page).toBe('category=theft&hours=08-16&lang=en');
    // The language is no step: it is not undone, and what was undone can still be done again.
    await button(page, 'Рус').click();
    await page.goBack();
    await addressOf(page).toBe('category=theft&lang=ru');
    await button(page, 'Eng').click();
    await page.keyboard.press('Control+Shift+z');
    await addressOf(page).toBe('category=theft&hours=08-16&lang=en');
    await button(page, 'Do again').click();
    await addressOf(page).toBe(chosen);
    expect(await button(page, 'Do again').isDisabled()).toBe(true);

    await page.reload();
    await page.locator('.sheet').waitFor();
    // A key held down ends at the first step.
    for (let i = 0; i < 20; i++) await page.keyboard.press('Control+z');
    await addressOf(page).toBe('lang=en');
    expect(await button(page, 'Undo').isDisabled()).toBe(true);
    await page.keyboard.press('Control+z');
    await listed(page).toBe(0);
    expect(page.url()).toBe(`${session!.address}?lang=en`);

    // The shortlist belongs to the same steps, and Back leads from a page to the map.
    await page.locator('.tick').first().click();
    await button(page, 'Briefing to print').click();
    await page.getByLabel('Keep list and notes in this browser').check();
    const note = page.locator('textarea');
    await note.pressSequentially('lamps!');
    // What is typed has an undo of its own.
    await note.press('Control+z');
    await expect.poll(() => note.inputValue(), PATIENT).not.toBe('lamps!');
    expect(new URL(page.url()).searchParams.get('page')).toBe('briefing');
    await note.fill('lamps');
    await page.goBack();
    await listed(page).toBe(1);
    await button(page, 'Clear').click();
    await listed(page).toBe(0);
    const kept = (): Promise<string> => page.evaluate(() => Object.values({ ...localStorage }).join());
    expect(await kept()).not.toContain('lamps');
    await button(page, 'Undo').click();
    await listed(page).toBe(1);
    expect(await kept()).toContain('lamps');
    await page.keyboard.press('Control+z');
    await listed(page).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await listed(page).toBe(1);
    await button(page, 'Briefing to print').click();
    expect(await note.inputValue()).toBe('lamps');
  });

  it('goes on a tour by keys alone, in both themes, and leaves nothing behind', async () => {
    const page = await session!.open('?lang=en&tab=data', PHONE, '#page');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const asked = button(page, 'Two-minute tour');
    await expect.poll(() => asked.isEnabled(), PATIENT).toBe(true);
    await asked.focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog');
    const said: string[] = [];
    for (const at of [
      '.bar',
      '.map-area',
      '.panel',
      '.planner',
      '.sheet',
      '.shortlist-bar',
      '.legend',
      '.open-data',
    ]) {
      await expect
        .poll(() => card.locator('.tour-step').textContent(), PATIENT)
        .toBe(`${said.length + 1} of 8`);
      said.push((await card.locator('h2').textContent())!);
      const [part, frame, box] = await Promise.all(
        [page.locator(at).first(), card.locator('.tour-frame'), card.locator('.tour-card')].map(
          async (one) => (await one.boundingBox())!,
        ),
      );
      expect(Math.abs(frame.y - Math.max(6, part.y - 6)), at).toBeLessThan(2);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height);
      if (at === '.sheet') {
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page)).toEqual([]);
      }
      await page.keyboard.press('ArrowRight');
    }
    expect(new Set(said).size).toBe(8);
    // The last step stays until it is ended; the keys of undo wait for the tour.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => card.locator('h2').textContent(), PATIENT).toBe(said[6]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'detached' });
    await expect.poll(() => asked.evaluate((one) => one === document.activeElement), PATIENT).toBe(true);
    await addressOf(page).toBe('lang=en');
    expect(await page.locator('.sheet').count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    // It went from the page of data to that of places: a step like any other.
    await page.keyboard.press('Control+z');
    await addressOf(page).toBe('lang=en&tab=data');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });
});
