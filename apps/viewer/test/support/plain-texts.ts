import { offenceGroups, placeTypes } from '@oryn/datasets';
import { monthName, weekdayName } from '@oryn/language';
import type { Page } from 'playwright-core';

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const days = Array.from({ length: 7 }, (_, i) => i);

/** Names of our lists of facts, of months and days, and what is written alike in every language. */
const known = [
  ...offenceGroups.map(({ name }) => name.en),
  ...placeTypes.flatMap(({ name }) => (name ? [name.en] : [])),
  ...months.flatMap((month) => [monthName('en', month), monthName('en', month, 'short')]),
  ...days.flatMap((day) => [weekdayName('en', day), weekdayName('en', day, 'short')]),
  ...['Oryn', 'Қаз', 'Рус', 'Eng', 'Gi*', 'H3', 'z', 'p', 'q', 'Ctrl+Z', 'Ctrl+Shift+Z'],
];

/** Runs in the page: every text that a person can see or hear and that has plain letters, but data and code. */
function plainTexts(): string[] {
  const plain = /[A-Za-z\u0400-\u04FF]/;
  const spoken = ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt', 'label'];
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.closest('script, style, code, pre, bdi, textarea')) continue;
    for (const name of spoken) found.push(element.getAttribute(name) ?? '');
    for (const node of element.childNodes) if (node instanceof Text) found.push(node.data.trim());
  }
  return [...new Set(found)].filter((words) => plain.test(words));
}

/**
 * The texts of a page in the pseudo-language that came from no catalogue.
 *
 * @param names of the study, such as its streets
 */
export async function textsOfNoCatalogue(page: Page, names: readonly string[]): Promise<string[]> {
  const longestFirst = [...known, ...names].sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replaceAll(/[+*.()]/g, '\\$&'));
  // Single capitals are the marks of posts and sides.
  const taken = new RegExp(`(?<!\\p{L})(?:${escaped.join('|')}|[A-Z]|docs/\\S+\\.md)(?!\\p{L})`, 'giu');
  return (await page.evaluate(plainTexts)).filter((words) =>
    /[A-Za-z\u0400-\u04FF]/.test(words.replaceAll(taken, '')),
  );
}
