import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { languages } from '@oryn/language';
import { parseStudyFile } from '@oryn/study';
import { afterAll, describe, expect, it } from 'vitest';

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

  const commands = [
    ...new Set(all.flatMap((page) => blocks(page, 'sh')).flatMap((block) => block.split('\n'))),
  ].filter((line) => line.startsWith('npx oryn '));

  it('give commands that work: every `npx oryn` line in them is run', { timeout: 120_000 }, () => {
    expect(commands.length).toBeGreaterThan(7);
    for (const command of commands) {
      const args = command
        .split(/\s+/)
        .slice(2)
        .map((arg) => arg.replace(/^results\b/, results));
      const run = spawnSync(process.execPath, [join(root, 'packages/cli/bin/oryn.js'), ...args], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(run.status, `${command}\n${run.stderr}`).toBe(0);
    }
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
