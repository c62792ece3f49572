import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** WebGL in software; the map needs it and a test machine has no graphics card. */
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Letters as they are drawn on every machine, whatever its settings of fonts.
  '--font-render-hinting=none',
  '--disable-lcd-text',
];

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];

const INSTALLED: readonly string[] = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...programFiles
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
];

export const NO_BROWSER =
  'No browser runs here: install Chrome, Chromium or Edge, or name one in CHROMIUM_PATH, to run the tests of the viewer.';

/** A real browser: the named one, an installed one, else the one packed with @sparticuz/chromium. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const named = process.env.CHROMIUM_PATH;
  const candidates = named ? [named] : INSTALLED.filter((path) => existsSync(path));
  for (const executablePath of candidates) {
    const browser = await launch(executablePath);
    if (browser) return browser;
  }
  return named ? undefined : launchPacked();
}

async function launch(executablePath: string): Promise<Browser | undefined> {
  return chromium.launch({ executablePath, args: FLAGS, headless: true }).catch(() => undefined);
}

/**
 * The browser of the lockfile, whose pictures are the same everywhere. It runs on 64-bit Linux only; a bare system
 * lacks libraries that the package brings along.
 */
export async function launchPacked(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    const packed = await import('@sparticuz/chromium');
    const executablePath = await packed.default.executablePath();
    const browser = await launch(executablePath);
    if (browser) return browser;
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const libraries = await packed.inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'));
    packed.setupLambdaEnvironment(join(libraries, 'lib'));
    return launch(executablePath);
  } catch {
    return undefined;
  }
}
