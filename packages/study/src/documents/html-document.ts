import { text } from '@oryn/language';
import { escapeHtml } from '../report/html.ts';
import { type Block, type Cell, cellText, type ReportDocument, type ReportTable } from './blocks.ts';

const STYLE = `
:root{color:#23201c;font:15px/1.5 "Noto Sans",system-ui,sans-serif}
body{max-width:50rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}figure{margin:1rem 0;break-inside:avoid}figcaption{font-size:.9rem;margin-top:.35rem}
.mark{position:sticky;top:0;background:#fff6cf;border:1px solid #e2cf7a;border-radius:8px;padding:.25rem .6rem;text-align:center;font-size:.85rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.85rem;font-variant-numeric:tabular-nums}
caption{caption-side:top;text-align:left;padding-bottom:.35rem;font-size:.9rem}
th,td{border-bottom:1px solid #e3e0d9;padding:.3rem .5rem;text-align:left;vertical-align:top}
thead th{border-top:1px solid #23201c;border-bottom-color:#23201c}tbody tr:last-child td{border-bottom-color:#23201c}
.number{text-align:right;white-space:nowrap}.note{font-size:.85rem;color:#5e574e}
pre{font-size:.8rem;white-space:pre-wrap;overflow-wrap:anywhere;background:#f6f4f0;padding:.5rem .75rem;border-radius:8px}
li{overflow-wrap:anywhere}svg{max-width:100%;height:auto}
@page{margin:16mm}
@media print{:root{font-size:12px;print-color-adjust:exact;-webkit-print-color-adjust:exact}body{margin:0;padding:0;max-width:none}
.mark{position:static}h2,h3{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}
`;

/** A document as one file that opens anywhere and prints; where data are invented, each printed page says so. */
export function htmlDocument(document: ReportDocument, figures: ReadonlyMap<string, string>): string {
  const { lang, title, simulated, blocks } = document;
  const marked = text(lang, 'report.simulatedPage');
  const mark = simulated ? `<p class="mark">${escapeHtml(marked)}</p>\n` : '';
  const everyPage = simulated ? `@page{@top-center{content:"${marked}";font:bold 9pt sans-serif}}\n` : '';
  const body = blocks.map((block) => blockHtml(block, figures)).join('\n');
  return `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}${everyPage}</style></head><body>\n${mark}<h1>${escapeHtml(title)}</h1>\n${body}\n</body></html>\n`;
}

function blockHtml(block: Block, figures: ReadonlyMap<string, string>): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'code':
      return `<pre>${escapeHtml(block.text)}</pre>`;
    case 'table':
      return tableHtml(block.caption, block.table);
    case 'figure':
      return `<figure>${figures.get(block.name) ?? ''}<figcaption>${escapeHtml(block.caption)}</figcaption></figure>`;
  }
}

function tableHtml(caption: string, { head, rows, notes }: ReportTable): string {
  const cell = (tag: string, isNumber: boolean, content: string): string =>
    `<${tag}${isNumber ? ' class="number"' : ''}>${escapeHtml(content)}</${tag}>`;
  const top = head.map((title, i) => cell('th', isNumberColumn(rows, i), title)).join('');
  const lines = rows.map(
    (row) => `<tr>${row.map((one, i) => cell('td', isNumberColumn(rows, i), cellText(one))).join('')}</tr>`,
  );
  const under = notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('');
  return `<div class="wide"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${top}</tr></thead><tbody>${lines.join('')}</tbody></table></div>${under}`;
}

/** Numbers stand to the right, under each other. */
export function isNumberColumn(rows: readonly (readonly Cell[])[], column: number): boolean {
  return rows.length > 0 && rows.every((row) => typeof row[column] !== 'string');
}
