import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

export const root = join(import.meta.dirname, '../..');

function pages(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** Every page of the docs, as a path from the root. */
export const docPages = [
  'README.md',
  'README.ru.md',
  'README.kk.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'datasets/demo/README.md',
  ...pages('docs'),
];

export const pageText = (page: string): string => readFileSync(join(root, page), 'utf8');

export const codeBlocks = (page: string, language: string): string[] =>
  [...pageText(page).matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1],
  );

/** Blocks whose commands read the shared real data; as a whole, for later lines draw from earlier ones. */
export const onRealData = (block: string): boolean => block.includes('../shared/');

/** Each `npx oryn` line once; a line that ends in a backslash goes on in the next. */
export function commandsOf(shell: readonly string[]): string[] {
  const lines = shell.flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'));
  return [...new Set(lines)].filter((line) => line.startsWith('npx oryn '));
}

/** Runs commands as they stand in the docs; what they write to `results` goes to a folder of the test. */
export function docRunner(): { results: string; run(command: string): void } {
  const results = mkdtempSync(join(tmpdir(), 'oryn-docs-'));
  afterAll(() => rmSync(results, { recursive: true, force: true }));
  return {
    results,
    run(command) {
      const args = [...command.matchAll(/"([^"]*)"|\S+/g)]
        .slice(2)
        .map(([word, quoted]) => (quoted ?? word).replace(/^results\b/, results));
      const bin = join(root, 'packages/cli/bin/oryn.js');
      const { status, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8' });
      expect(status, `${command}\n${stderr}`).toBe(0);
    },
  };
}
