import { type Language, text } from '@oryn/language';
import { MARGIN, PIXELS_PER_MM } from './frame/figure.tsx';
import type { Paper } from './frame/paper.ts';
import { type Block, paragraph, Stack, stackHeight, type TextStyle } from './frame/stack.tsx';
import { px } from './geometry/svg-path.ts';
import { palette } from './palette.ts';
import { renderSvg } from './render-svg.ts';
import { FONT_FAMILIES } from './text/text-line.tsx';

/** Space between two panels in millimetres. */
export const PANEL_GAP_MM = 4;

/** How figures are put together; magnify and face as the panels were drawn. */
export interface PanelsPaper extends Pick<Paper, 'magnify' | 'face' | 'number' | 'heightMm'> {
  /** What stands over the panels where the figure has no number, and so no caption. */
  readonly heading?: string | undefined;
  /** Panels in a row; all of them where left out. */
  readonly columns?: number | undefined;
}

/**
 * Figures side by side as one, those of a row on one line of tops. The panels are to be drawn beforehand with their
 * letters, one height of head and, for maps, with one scale (`Paper.letter`, `headPixels`, `map`).
 *
 * @param panels figures from `renderSvg`, drawn without a number
 * @param title of the whole; a numbered figure has it as its caption
 * @throws Error when a panel states no size
 */
export function sideBySide(
  panels: readonly string[],
  lang: Language,
  title: string,
  paper: PanelsPaper = {},
): string {
  const { face = 'sans', number, heading, columns = panels.length } = paper;
  const parts = panels.map(partOf);
  const gap = PANEL_GAP_MM * PIXELS_PER_MM;
  const rows = Array.from({ length: Math.ceil(parts.length / columns) }, (_, row) =>
    parts.slice(row * columns, (row + 1) * columns),
  );
  const width = px(Math.max(...rows.map((row) => row.reduce((sum, part) => sum + part.width + gap, -gap))));
  const head =
    number === undefined && heading !== undefined ? [line(heading, width, { size: 16, weight: 'bold' })] : [];
  const caption =
    number === undefined
      ? []
      : [line(text(lang, 'figures.numbered', { n: String(number), title }), width, CENTRED)];
  const top = head.length === 0 ? 0 : MARGIN + stackHeight(head);
  const tops: number[] = [];
  let bottom = top;
  for (const row of rows) {
    tops.push(bottom);
    bottom += Math.max(...row.map((part) => part.height));
  }
  const height = px(bottom + stackHeight(caption) + (number === undefined ? 0 : MARGIN));
  const { magnify = 1, heightMm = Number.POSITIVE_INFINITY } = paper;
  const times = Math.min(magnify, (heightMm * PIXELS_PER_MM) / height);
  const millimetres = (pixels: number) => `${px((pixels * times) / PIXELS_PER_MM)}mm`;
  return renderSvg(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={millimetres(width)}
      height={millimetres(height)}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FONT_FAMILIES[face]}
      lang={lang}
      role="img"
      aria-label={title}
    >
      <rect width={width} height={height} fill={palette.paper} />
      <Stack blocks={head} top={MARGIN} />
      {parts.map((part, i) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: panels never move
          key={i}
          transform={`translate(${px((i % columns) * (part.width + gap))} ${px(tops[Math.floor(i / columns)]!)})`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own figure, escaped when it was drawn
          dangerouslySetInnerHTML={{ __html: part.content }}
        />
      ))}
      <Stack blocks={caption} top={bottom} />
    </svg>,
    { face },
  );
}

const CENTRED: TextStyle = { size: 12, isCentred: true };

function line(words: string, width: number, style: TextStyle): Block {
  return paragraph(words, MARGIN, width - 2 * MARGIN, style);
}

/** Size in pixels and content of a figure, its names made its own. */
function partOf(svg: string, index: number): { width: number; height: number; content: string } {
  const [root = '', width, height] = /^<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>/.exec(svg) ?? [];
  if (root === '') throw new Error('the SVG states no size');
  const content = svg
    .slice(root.length, -'</svg>'.length)
    .replaceAll(/(id="|url\(#)(oryn-[\w-]+)/g, `$1$2-${index}`);
  return { width: Number(width), height: Number(height), content };
}
