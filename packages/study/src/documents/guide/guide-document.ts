import { type Language, text } from '@oryn/language';
import type { Block, ReportDocument } from '../blocks.ts';
import { Citations, referenceText } from '../references.ts';
import type { GuidePart, GuideSection } from './guide-section.ts';
import { KAZAKH } from './kazakh.ts';
import { RUSSIAN } from './russian.ts';

/** Languages the guide is written in: of those for whom nothing of the kind exists in their own. */
export const GUIDE_LANGUAGES = ['kk', 'ru'] as const;
export type GuideLanguage = (typeof GUIDE_LANGUAGES)[number];

/** Folder in the package of datasets with the study that the example of the guide is computed from. */
export const GUIDE_EXAMPLE = 'demo/demo-tasozen';

const SECTIONS: Record<GuideLanguage, readonly GuideSection[]> = { kk: KAZAKH, ru: RUSSIAN };

/** Keys of works in brackets, one or several behind each other. */
const CITED = /\[[a-z]+-\d{4}\](?: \[[a-z]+-\d{4}\])*/g;
const KEYS = /[a-z]+-\d{4}/g;

/** What the microgeography of offences measures, how, and with which sources; its figures are `GUIDE_FIGURES`. */
export function guideDocument(lang: GuideLanguage): ReportDocument {
  const writer = new GuideWriter(lang);
  const blocks = SECTIONS[lang].flatMap(({ title, parts }, i): Block[] => [
    { kind: 'heading', level: 1, text: `${i + 1}. ${title}` },
    ...parts.map((part) => writer.block(part)),
  ]);
  return {
    lang,
    title: text(lang, 'report.guideTitle'),
    simulated: false,
    blocks: [
      ...blocks,
      { kind: 'heading', level: 1, text: text(lang, 'report.references') },
      { kind: 'list', items: writer.literature() },
    ],
  };
}

/** Dashes and signs stay on the line of what they belong to, numbers on that of what they count. */
function unbroken(line: string): string {
  return line
    .replaceAll(/ (?=[—–%=]|\[\d)/g, '\u00a0')
    .replaceAll(/(?<=№|=|DOI:|Vol\.|No\.|Art\.|P\.) (?=\d)/g, '\u00a0')
    .replaceAll(/(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})|(?<=\b[pq]) (?=\p{Ll})/gu, '\u00a0');
}

/** Numbers tables, figures and works as they come. */
class GuideWriter {
  private tables = 0;
  private figures = 0;
  private readonly citations = new Citations();
  private readonly lang: GuideLanguage;

  constructor(lang: GuideLanguage) {
    this.lang = lang;
  }

  block(part: GuidePart): Block {
    if (typeof part === 'string') return { kind: 'paragraph', text: this.cited(part) };
    if ('label' in part) return { kind: 'paragraph', label: part.label, text: this.cited(part.text) };
    if ('formula' in part) return { kind: 'code', text: part.formula };
    if ('list' in part) return { kind: 'list', items: part.list.map((item) => this.cited(item)) };
    if ('figure' in part) {
      const numbered = { n: String(++this.figures), title: part.title };
      return { kind: 'figure', name: part.figure, caption: text(this.lang, 'figures.numbered', numbered) };
    }
    const numbered = { n: String(++this.tables), title: part.table.title };
    const caption = text(this.lang, 'report.captionTable', numbered);
    return { kind: 'table', caption, table: { ...part.table, name: `guide-${this.tables}`, notes: [] } };
  }

  literature(): string[] {
    return this.citations.works().map((work, i) => `${i + 1}. ${unbroken(referenceText(this.lang, work))}`);
  }

  private cited(paragraph: string): string {
    const marked = paragraph.replaceAll(CITED, (marks) => this.citations.cite(...(marks.match(KEYS) ?? [])));
    return unbroken(marked);
  }
}

export function hasGuide(lang: Language): lang is GuideLanguage {
  return (GUIDE_LANGUAGES as readonly string[]).includes(lang);
}
