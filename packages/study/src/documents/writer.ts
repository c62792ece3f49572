import { type Language, type TextKey, text } from '@oryn/language';
import type { Block, HeadRole, ReportTable } from './blocks.ts';
import type { Citations } from './references.ts';

/** What a report is made with. */
export interface ReportParts {
  /** Names of the figures there are; the others are left out with their captions. */
  figures: ReadonlySet<string>;
  /** Titles that figures do not say themselves: their captions do. */
  titles?: ReadonlyMap<string, string>;
  citations: Citations;
}

/** Puts blocks in a row and numbers tables and figures. */
export class Writer {
  readonly blocks: Block[] = [];
  private tables = 0;
  private figures = 0;
  private readonly lang: Language;
  private readonly parts: ReportParts;

  constructor(lang: Language, parts: ReportParts) {
    this.lang = lang;
    this.parts = parts;
  }

  head(key: TextKey, level: 1 | 2 = 1): this {
    return this.put({ kind: 'heading', level, text: text(this.lang, key) });
  }

  /** A line of the head of an article; none where there is nothing to say. */
  top(role: HeadRole, line: string | undefined, lang = this.lang): this {
    return line ? this.put({ kind: 'head', role, text: line, lang }) : this;
  }

  say(...sentences: readonly string[]): this {
    return this.put(...sentences.map((sentence): Block => ({ kind: 'paragraph', text: sentence })));
  }

  labelled(label: string, sentence: string, lang = this.lang): this {
    return this.put({ kind: 'paragraph', label, text: sentence, lang });
  }

  list(items: string[]): this {
    return items.length > 0 ? this.put({ kind: 'list', items }) : this;
  }

  code(lines: string): this {
    return this.put({ kind: 'code', text: lines });
  }

  /** Names what follows, so that no figure and no table stands without a word of the text. */
  announce(figures: readonly string[], tables = 0): this {
    const there = figures.filter((name) => this.parts.figures.has(name));
    const number = (key: TextKey, n: number): string => text(this.lang, key, { n: String(n) });
    const list = [
      ...there.map((_, i) => number('report.figureNumber', this.figures + 1 + i)),
      ...Array.from({ length: tables }, (_, i) => number('report.tableNumber', this.tables + 1 + i)),
    ];
    return list.length > 0 ? this.say(text(this.lang, 'report.seeBelow', { list: list.join(', ') })) : this;
  }

  table(table: ReportTable): this {
    this.tables++;
    return this.put({ kind: 'table', caption: tableCaption(this.lang, this.tables, table.title), table });
  }

  figure(name: string, title: TextKey): this {
    if (!this.parts.figures.has(name)) return this;
    this.figures++;
    const caption = text(this.lang, 'figures.numbered', {
      n: String(this.figures),
      title: this.parts.titles?.get(name) ?? text(this.lang, title),
    });
    return this.put({ kind: 'figure', caption, name });
  }

  put(...blocks: readonly Block[]): this {
    this.blocks.push(...blocks);
    return this;
  }
}

/** As journals of the language number a table: "Таблица 1 – …", "1-кесте – …". */
function tableCaption(lang: Language, n: number, title: string): string {
  return text(lang, 'report.captionTable', { n: String(n), title });
}
