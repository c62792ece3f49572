import { text } from '@oryn/language';
import { escapeHtml } from '../report/html.ts';
import {
  type Block,
  type Cell,
  cellText,
  isNumbered,
  type ReportDocument,
  type ReportTable,
} from './blocks.ts';
import { HTML_STYLE } from './html-style.ts';

/** The file asks nobody for anything: no script, no address outside it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Fewer headings need no list of contents. */
const FEWEST_FOR_CONTENTS = 4;

/** A document as one file that opens anywhere and prints; where data are invented, each printed page says so. */
export function htmlDocument(document: ReportDocument, figures: ReadonlyMap<string, string>): string {
  const { lang, title, simulated, blocks, style } = document;
  const isArticle = style === 'kz-vak';
  const marked = text(lang, 'report.simulatedPage');
  const everyPage = simulated ? `@page{@top-center{content:"${marked}";font:bold 9pt sans-serif}}\n` : '';
  const body = [
    ...(simulated ? [`<header class="mark">${escapeHtml(marked)}</header>`] : []),
    isArticle ? '<main class="article">' : `<main>\n<h1>${escapeHtml(title)}</h1>\n${contents(document)}`,
    ...blocks.map((block, i) => blockHtml(block, i, document, figures)),
    '</main>',
  ].join('\n');
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${HTML_STYLE}${everyPage}</style>`,
  ].join('\n');
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n${head}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** Headings of the first two levels as links; a heading is known by its place among the blocks. */
function contents({ lang, blocks }: ReportDocument): string {
  const links = blocks.flatMap((block, i) =>
    block.kind === 'heading'
      ? [{ level: block.level, html: `<a href="#b${i}">${escapeHtml(block.text)}</a>` }]
      : [],
  );
  if (links.length < FEWEST_FOR_CONTENTS) return '';
  const items = links.map(({ level, html }, i) => {
    const next = links[i + 1]?.level ?? 1;
    if (level === 1) return next === 2 ? `<li>${html}<ol>` : `<li>${html}</li>`;
    return next === 2 ? `<li>${html}</li>` : `<li>${html}</li></ol></li>`;
  });
  const title = escapeHtml(text(lang, 'report.contents'));
  return `<nav aria-label="${title}"><b>${title}</b><ol>${items.join('')}</ol></nav>`;
}

function blockHtml(
  block: Block,
  i: number,
  { lang }: ReportDocument,
  figures: ReadonlyMap<string, string>,
): string {
  const other = (of: { lang?: string | undefined }): string =>
    of.lang === undefined || of.lang === lang ? '' : ` lang="${of.lang}"`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} id="b${i}">${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph': {
      const label = block.label === undefined ? '' : `<b>${escapeHtml(block.label)}.</b> `;
      return `<p${other(block)}>${label}${escapeHtml(block.text)}</p>`;
    }
    case 'list':
      return `<ul${block.items.every(isNumbered) ? ' class="numbered"' : ''}>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'table':
      return tableHtml(block.caption, block.table);
    case 'figure':
      return `<figure>${figures.get(block.name) ?? ''}<figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
    case 'head':
      return block.role === 'title'
        ? `<h1${other(block)}>${escapeHtml(block.text)}</h1>`
        : `<p class="${block.role}"${other(block)}>${escapeHtml(block.text)}</p>`;
  }
}

/** The first cell of a row names it, for those who hear the table. */
function tableHtml(caption: string, { head, rows, notes }: ReportTable): string {
  const numeric = head.map((_, i) => isSetRight(rows, i));
  const cell = (tag: string, i: number, content: string): string =>
    `<${tag}${numeric[i] ? ' class="number"' : ''}>${escapeHtml(content)}</${tag.split(' ')[0]}>`;
  const top = head.map((title, i) => cell('th scope="col"', i, title)).join('');
  const lines = rows.map(
    (row) =>
      `<tr>${row.map((one, i) => cell(i === 0 ? 'th scope="row"' : 'td', i, cellText(one))).join('')}</tr>`,
  );
  const under = notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('');
  const region = `class="wide" role="region" tabindex="0" aria-label="${escapeHtml(caption)}"`;
  return `<div ${region}><table><caption>${escapeHtml(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${lines.join('')}</tbody></table></div>${under}`;
}

/** A column of nothing but numbers. */
export function isNumberColumn(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => typeof row[column] !== 'string');
}

/** Numbers, intervals and dashes stand to the right, under each other. */
export function isSetRight(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => /^[\d\s.,<–%-]+$/.test(cellText(row[column])));
}
