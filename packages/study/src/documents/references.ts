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
    return `[${numbers.sort((a, b) => a - b).join(', ')}]`;
  }

  works(): Reference[] {
    return this.keys.map(referenceOf);
  }
}

const span = (pages: string): string => pages.replace('-', '–');

/** A work as a list of literature has it: by GOST 7.1 in Russian and Kazakh texts, by author and year in English ones. */
export function referenceText(lang: Language, work: Reference): string {
  const inLanguage = { ...work, ...work.inLanguages?.[lang] };
  return lang === 'en' ? byAuthorAndYear(inLanguage) : byGost(lang, inLanguage);
}

/** After a title there is a stop, unless it ends with a mark of its own. */
const stopped = (title: string): string => (/[?!]$/.test(title) ? title : `${title}.`);

const ELECTRONIC = { kk: '[Электрондық ресурс]', ru: '[Электронный ресурс]' };

/**
 * GOST 7.1-2003 (with 7.82 for what is online), as journals of Kazakhstan print it: areas parted by a point and a dash,
 * the article by two slashes from its journal; up to three authors stand first, more of them after the title.
 */
function byGost(lang: 'kk' | 'ru', work: Reference): string {
  const { kind, authors, title, journal, publisher, place, year, volume, number, pages, doi, url } = work;
  const before = authors.length <= 3 ? authors.map((name) => name.join(' ')).join(', ') : '';
  const names = authors.map(([family, initials]) => `${initials} ${family}`);
  const responsible = before || kind === 'law' ? '' : ` / ${names.join(', ') || publisher}`;
  const what = `${title}${kind === 'online' ? ` ${ELECTRONIC[lang]}` : ''}${responsible}`;
  const opening = [before, journal ? `${what} // ${journal}.` : stopped(what)].filter(Boolean).join(' ');
  const areas = {
    article: [
      `${year}.`,
      volume && `Vol. ${volume}${number ? `, No. ${span(number)}` : ''}.`,
      pages && `${pages.includes('-') ? 'P.' : 'Art.'} ${span(pages)}.`,
    ],
    book: [`${place}: ${publisher}, ${year}.`],
    online: [`${year}– .`],
    law: [],
  }[kind];
  return [opening, ...areas, doi && `DOI: ${doi}.`, url && `URL: ${url}.`].filter(Boolean).join(' – ');
}

function byAuthorAndYear(work: Reference): string {
  const { kind, authors, title, journal, publisher, place, year, volume, number, pages, doi, url } = work;
  if (kind === 'law') return stopped(title);
  const names = authors.map((name) => name.join(', '));
  const last = names.pop() ?? publisher;
  const who = names.length > 0 ? `${names.join(', ')} & ${last}` : last;
  const issue = number ? `(${span(number)})` : '';
  const where = {
    article: `${journal}${volume ? ` ${volume}${issue}` : ''}${pages ? `, ${span(pages)}` : ''}.`,
    book: `${place}: ${publisher}.`,
    online: '',
  }[kind];
  const when = kind === 'online' ? `${year}–` : year;
  const link = doi ? `https://doi.org/${doi}` : url;
  return [`${who} (${when}).`, stopped(title), where, link].filter(Boolean).join(' ');
}

/** Combining accents and the commands of LaTeX that put them. */
const TEX_ACCENTS: Record<string, string> = {
  ...{ '\u0300': '`', '\u0301': "'", '\u0302': '^', '\u0303': '~', '\u0308': '"' },
  ...{ '\u030a': 'r ', '\u030c': 'v ', '\u0327': 'c ' },
};

/** Text for a BibTeX file: signs of LaTeX escaped, dashes by hyphens, accents of Latin letters by commands. */
function bibtexText(plain: string): string {
  return plain
    .normalize('NFD')
    .replaceAll(/[&%$#_{}]/g, String.raw`\$&`)
    .replaceAll('–', '--')
    .replaceAll(
      /([A-Za-z])([\u0300-\u0303\u0308\u030a\u030c\u0327])/g,
      (_, letter: string, accent: string) => {
        return `{\\${TEX_ACCENTS[accent]}${letter}}`;
      },
    )
    .normalize('NFC');
}

const BIBTEX_KINDS = { article: 'article', book: 'book', online: 'misc', law: 'misc' } as const;

/** A file for LaTeX. */
export function bibtexOf(works: readonly Reference[]): string {
  return works
    .map((work) => {
      const fields: [string, string | undefined][] = [
        ['author', work.authors.map((name) => bibtexText(name.join(', '))).join(' and ')],
        ['title', `{${bibtexText(work.title)}}`],
        ['journal', work.journal && bibtexText(work.journal)],
        ['publisher', work.publisher && bibtexText(work.publisher)],
        ['address', work.place && bibtexText(work.place)],
        ['year', String(work.year)],
        ['volume', work.volume],
        ['number', work.number?.replace('-', '--')],
        ['pages', work.pages?.replace('-', '--')],
        ['doi', work.doi],
        ['url', work.url],
      ];
      const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
      return `@${BIBTEX_KINDS[work.kind]}{${work.key},\n${lines.join(',\n')}\n}\n`;
    })
    .join('\n');
}

const RIS_KINDS = { article: 'JOUR', book: 'BOOK', online: 'ELEC', law: 'STAT' } as const;

/** A file for programs that keep literature. */
export function risOf(works: readonly Reference[]): string {
  return works
    .map((work) => {
      const [first, last] = (work.pages ?? '').split('-');
      const lines: [string, string | undefined][] = [
        ['TY', RIS_KINDS[work.kind]],
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
        ['UR', work.url],
      ];
      const written = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
      return `${[...written, 'ER  - '].join('\r\n')}\r\n`;
    })
    .join('\r\n');
}
