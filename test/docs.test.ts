import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { languages } from '@oryn/language';
import { parseStudyFile } from '@oryn/study';
import { afterAll, describe, expect, it } from 'vitest';
import { hasShared } from './support/shared.ts';

const root = join(import.meta.dirname, '..');
const results = mkdtempSync(join(tmpdir(), 'oryn-docs-'));
afterAll(() => rmSync(results, { recursive: true, force: true }));

function pages(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const all = [
  'README.md',
  'README.ru.md',
  'README.kk.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'datasets/demo/README.md',
  ...pages('docs'),
];
const text = (page: string): string => readFileSync(join(root, page), 'utf8');
const blocks = (page: string, language: string): string[] =>
  [...text(page).matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) => match[1]);

/** Each `npx oryn` line once; a line that ends in a backslash goes on in the next. */
function commandsOf(shell: readonly string[]): string[] {
  const lines = shell.flatMap((block) => block.replaceAll(/\\\n\s*/g, '').split('\n'));
  return [...new Set(lines)].filter((line) => line.startsWith('npx oryn '));
}

function run(command: string): void {
  const args = [...command.matchAll(/"([^"]*)"|\S+/g)]
    .slice(2)
    .map(([word, quoted]) => (quoted ?? word).replace(/^results\b/, results));
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'packages/cli/bin/oryn.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, `${command}\n${stderr}`).toBe(0);
}

function column(file: string, name: string): string[] {
  const [header, ...rows] = readFileSync(join(results, file), 'utf8').trim().split('\n');
  return rows.map((row) => row.split(',')[header.split(',').indexOf(name)]);
}

describe('the docs', () => {
  it('link only to what is there', () => {
    for (const page of all) {
      for (const [, target] of text(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
        if (/^https?:/.test(target)) continue;
        expect(existsSync(join(root, dirname(page), target)), `${page} links to ${target}`).toBe(true);
      }
    }
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const [, target] of text(page).matchAll(/\]\(([^)#]+\.md)/g)) {
        if (!/^https?:/.test(target)) reached.add(relative(root, join(root, dirname(page), target)));
      }
    }
    for (const page of all) expect([...reached], page).toContain(page);
  });

  const shellBlocks = all.flatMap((page) => blocks(page, 'sh'));
  const onRealData = (block: string): boolean => block.includes('../shared/');

  it('give commands that work: every `npx oryn` line in them is run', { timeout: 300_000 }, () => {
    const commands = commandsOf(shellBlocks.filter((block) => !onRealData(block)));
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) run(command);
  });

  // A block is left out as a whole: its later lines draw from what the earlier ones wrote.
  it('give commands on real data that work', { timeout: 600_000 }, ({ skip }) => {
    skip(!hasShared, 'the folder "shared" is not beside the project');
    const commands = commandsOf(shellBlocks.filter(onRealData));
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) run(command);

    // What the case studies say came out.
    const hot = (file: string): number =>
      column(file, 'gi_class').filter((name) => name === 'hot95' || name === 'hot99').length;
    expect(hot('memphis-exact.csv')).toBe(16);
    expect(hot('memphis-analytic.csv')).toBe(70);
    expect(hot('cincinnati-hot-segments.csv')).toBe(10);
    expect(column('memphis-rates.csv', 'moran_class').filter((name) => name === 'none')).toHaveLength(773);
    expect(column('memphis/problem-places.csv', 'n')).toEqual(['69', '64', '28', '20']);
    const violent = 'cincinnati-violent/problem-places.csv';
    expect(column(violent, 'n')).toEqual(['830', '768', '660', '612', '409', '487']);
    expect(column(violent, 'held_out_n')).toEqual(['205', '160', '112', '113', '96', '82']);
    expect(column('cincinnati-property/problem-places.csv', 'trend').sort().slice(4)).toEqual([
      'no-evidence',
      'rising',
      'rising',
    ]);
  });

  it('give study files that are valid', () => {
    for (const block of all.flatMap((page) => blocks(page, 'yaml')))
      expect(() => parseStudyFile(block, 'docs')).not.toThrow();
  });

  it('have a README in every language, with the picture and the two commands', () => {
    for (const lang of languages) {
      const readme = text(lang === 'en' ? 'README.md' : `README.${lang}.md`);
      expect(readme).toMatch(/!\[[^\]]+\]\(docs\/pictures\/viewer-desktop-/);
      expect(readme).toContain('npm start');
      expect(readme).toContain('npm test');
      expect(readme).toContain('npx oryn study');
    }
  });
});
