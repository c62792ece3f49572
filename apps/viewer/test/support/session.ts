import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser, NO_BROWSER } from './browser.ts';
import { buildViewer, type Served, serveBundles } from './commands.ts';

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const DESKTOP: Viewport = { width: 1200, height: 780 };
export const PHONE: Viewport = { width: 390, height: 844 };

/** One browser before one server; pages write down every request to another origin and every complaint. */
export class ViewerSession {
  address = '';
  private served: Served | undefined;
  private context: BrowserContext | undefined;
  private problems: string[] = [];
  private readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  /** Builds the viewer where its sources are newer, and serves bundles with it. */
  async serve(folders: readonly string[]): Promise<void> {
    buildViewer();
    this.served = await serveBundles(folders);
    this.address = this.served.address;
  }

  /** A page in a context of its own, that nothing of an older test is left in. */
  async newPage(viewport: Viewport): Promise<Page> {
    this.problems = [];
    this.context = await this.browser.newContext({ viewport, locale: 'de-DE', acceptDownloads: true });
    const page = await this.context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.address) && !/^(blob|data):/.test(url)) this.problems.push(`asked ${url}`);
    });
    return page;
  }

  async open(query: string, viewport: Viewport, waitFor: string): Promise<Page> {
    const page = await this.newPage(viewport);
    await page.goto(this.address + query);
    await page.waitForSelector(waitFor);
    return page;
  }

  /** Complaints that a test has caused on purpose. */
  forgive(complaint: RegExp): void {
    this.problems = this.problems.filter((problem) => !complaint.test(problem));
  }

  /** Ends the page; what it complained of. */
  async close(): Promise<string[]> {
    await this.context?.close();
    this.context = undefined;
    return this.problems;
  }

  async end(): Promise<void> {
    this.served?.stop();
    await this.browser.close();
  }
}

/** One start decides whether a suite can run at all; in CI it must. */
export async function viewerSession(): Promise<ViewerSession | undefined> {
  const browser = await launchBrowser();
  if (browser) return new ViewerSession(browser);
  if (process.env.CI) throw new Error(NO_BROWSER);
  console.warn(NO_BROWSER);
  return undefined;
}

/** Everything that axe finds wrong with the page. */
export async function violations(page: Page): Promise<{ id: string; impact: string; at: string }[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: auditor } = window as unknown as {
      axe: {
        run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    return (await auditor.run()).violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      at: nodes[0].html,
    }));
  });
}
