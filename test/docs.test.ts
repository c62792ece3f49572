import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { languages } from '@oryn/language';
import { parseArticleFile, parseStudyFile } from '@oryn/study';
import { describe, expect, it } from 'vitest';
import {
  codeBlocks,
  commandsOf,
  docPages,
  docRunner,
  onRealData,
  pageText,
  root,
} from './support/doc-commands.ts';

const { run } = docRunner();

describe('the docs', () => {
  it('link only to what is there', () => {
    for (const page of docPages) {
      for (const [, target] of pageText(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
        if (/^https?:/.test(target)) continue;
        expect(existsSync(join(root, dirname(page), target)), `${page} links to ${target}`).toBe(true);
      }
    }
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const [, target] of pageText(page).matchAll(/\]\(([^)#]+\.md)/g)) {
        if (!/^https?:/.test(target)) reached.add(relative(root, join(root, dirname(page), target)));
      }
    }
    for (const page of docPages) expect([...reached], page).toContain(page);
  });

  // The gallery runs its own and looks at what they write.
  const shellBlocks = docPages
    .filter((page) => page !== 'docs/gallery.md')
    .flatMap((page) => codeBlocks(page, 'sh'));

  it('give commands that work: every `npx oryn` line in them is run', { timeout: 300_000 }, () => {
    const commands = commandsOf(shellBlocks.filter((block) => !onRealData(block)));
    // A page in three languages has the same lines; what `--lang` writes is looked at by tests of its own.
    const byContent = new Map(commands.map((command) => [command.replace(/ --lang [a-z,]+/, ''), command]));
    expect(byContent.size).toBeGreaterThan(40);
    for (const command of byContent.values()) run(command);
  });

  it('give study files and article files that are valid', () => {
    for (const block of docPages.flatMap((page) => codeBlocks(page, 'yaml'))) {
      const parse = block.startsWith('# article.yaml') ? parseArticleFile : parseStudyFile;
      expect(() => parse(block, 'docs.yaml')).not.toThrow();
    }
  });

  it('have a README in every language, with the picture and the two commands', () => {
    for (const lang of languages) {
      const readme = pageText(lang === 'en' ? 'README.md' : `README.${lang}.md`);
      expect(readme).toMatch(/!\[[^\]]+\]\(docs\/pictures\/viewer-desktop-/);
      expect(readme).toContain('npm start');
      expect(readme).toContain('npm test');
      expect(readme).toContain('npx oryn study');
    }
  });
});
