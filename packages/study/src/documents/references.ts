import { type Reference, referenceOf } from '@oryn/datasets';
import type { Language } from '@oryn/language';

/** Works in the order in which a text first cites them. */
export class Citations {
  private readonly keys: string[] = [];

  /** The mark in the text: `[1]`, or `[1, 2]` for several. */
  cite(...keys: string[]): string {
    const numbers = keys.map((key) => {
      const known = this.keys.indexOf(key);
      return known >= 0 ? known + 1 : this.keys.push(key);
    });
    return `[${numbers.join(', ')}]`;
  }

  works(): Reference[] {
    return this.keys.map(referenceOf);
  }
}

const span = (pages: string): string => pages.replace('-', '–');

/** A work as a list of literature has it: by GOST 7.1 in Russian and Kazakh texts, by author and year in English ones. */
export function referenceText(lang: Language, work: Reference): string {
  return lang === 'en' ? byAuthorAndYear(work) : byGost(work);
}

/** GOST 7.1-2003: up to three authors stand first, more of them after the title. */
function byGost(work: Reference): string {
  const { authors, title, journal, publisher, place, year, volume, number, pages, doi } = work;
  const before = authors.length <= 3 ? `${authors.map((name) => name.join(' ')).join(', ')} ` : '';
  const after =
    authors.length > 3 ? ` / ${authors.map(([family, initials]) => `${initials} ${family}`).join(', ')}` : '';
  const where = journal
    ? [
        ` // ${journal}.`,
        `${year}.`,
        volume && `Vol. ${volume}${number ? `, No. ${number}` : ''}.`,
        pages && `${pages.includes('-') ? 'P.' : 'Art.'} ${span(pages)}.`,
      ]
    : ['.', `${place}: ${publisher}, ${year}.`];
  return [`${before}${title}${after}${where[0]}`, ...where.slice(1), doi && `DOI: ${doi}.`]
    .filter(Boolean)
    .join(' – ');
}

function byAuthorAndYear(work: Reference): string {
  const { authors, title, journal, publisher, place, year, volume, number, pages, doi } = work;
  const names = authors.map((name) => name.join(', '));
  const last = names.pop();
  const who = names.length > 0 ? `${names.join(', ')} & ${last}` : last;
  const where = journal
    ? `${journal}${volume ? ` ${volume}${number ? `(${number})` : ''}` : ''}${pages ? `, ${span(pages)}` : ''}`
    : `${place}: ${publisher}`;
  const stop = /[?!]$/.test(title) ? '' : '.';
  return `${who} (${year}). ${title}${stop} ${where}.${doi ? ` https://doi.org/${doi}` : ''}`;
}

/** A file for LaTeX. */
export function bibtexOf(works: readonly Reference[]): string {
  return works
    .map((work) => {
      const fields: [string, string | undefined][] = [
        ['author', work.authors.map((name) => name.join(', ')).join(' and ')],
        ['title', `{${work.title}}`],
        ['journal', work.journal],
        ['publisher', work.publisher],
        ['address', work.place],
        ['year', String(work.year)],
        ['volume', work.volume],
        ['number', work.number],
        ['pages', work.pages?.replace('-', '--')],
        ['doi', work.doi],
      ];
      const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
      return `@${work.kind}{${work.key},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}

/** A file for programs that keep literature. */
export function risOf(works: readonly Reference[]): string {
  return works
    .map((work) => {
      const [first, last] = (work.pages ?? '').split('-');
      const lines: [string, string | undefined][] = [
        ['TY', work.kind === 'book' ? 'BOOK' : 'JOUR'],
        ['ID', work.key],
        ...work.authors.map((name): [string, string] => ['AU', name.join(', ')]),
        ['PY', String(work.year)],
        ['TI', work.title],
        ['JO', work.journal],
        ['PB', work.publisher],
        ['CY', work.place],
        ['VL', work.volume],
        ['IS', work.number],
        ['SP', first],
        ['EP', last],
        ['DO', work.doi],
      ];
      const written = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
      return `${[...written, 'ER  - '].join('\r\n')}\r\n`;
    })
    .join('\r\n');
}
