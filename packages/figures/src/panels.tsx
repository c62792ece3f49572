import { type Language, text } from '@oryn/language';
import { MARGIN, PIXELS_PER_MM } from './frame/figure.tsx';
import type { Paper } from './frame/paper.ts';
import { paragraph, Stack, stackHeight } from './frame/stack.tsx';
import { px } from './geometry/svg-path.ts';
import { palette } from './palette.ts';
import { renderSvg } from './render-svg.ts';
import { FONT_FAMILIES } from './text/text-line.tsx';

/** Space between two panels in millimetres. */
export const PANEL_GAP_MM = 4;

/**
 * Figures side by side as one, on one line of tops. The panels are to be drawn beforehand with their letters and, for
 * maps, with one scale (`Paper.letter`, `Paper.map`).
 *
 * @param panels figures from `renderSvg`, drawn without a number
 * @param title of the whole; a numbered figure has it as its caption
 * @param paper number: of the whole; magnify, face: as the panels were drawn
 * @throws Error when a panel states no size
 */
export function sideBySide(
  panels: readonly string[],
  lang: Language,
  title: string,
  paper: Pick<Paper, 'magnify' | 'face' | 'number'> = {},
): string {
  const { magnify = 1, face = 'sans', number } = paper;
  const parts = panels.map(partOf);
  const gap = PANEL_GAP_MM * PIXELS_PER_MM;
  const width = px(parts.reduce((sum, part) => sum + part.width, 0) + gap * (parts.length - 1));
  const top = Math.max(...parts.map((part) => part.height));
  const caption =
    number === undefined
      ? []
      : [
          paragraph(
            text(lang, 'figures.numbered', { n: String(number), title }),
            MARGIN,
            width - 2 * MARGIN,
            {
              size: 12,
              isCentred: true,
            },
          ),
        ];
  const height = px(top + stackHeight(caption) + (number === undefined ? 0 : MARGIN));
  const millimetres = (pixels: number) => `${px((pixels * magnify) / PIXELS_PER_MM)}mm`;
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
      {parts.map((part, i) => (
        <g
          // biome-ignore lint/suspicious/noArrayIndexKey: panels never move
          key={i}
          transform={`translate(${px(i * (part.width + gap))} 0)`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own figure, escaped when it was drawn
          dangerouslySetInnerHTML={{ __html: part.content }}
        />
      ))}
      <Stack blocks={caption} top={top} />
    </svg>,
    { face },
  );
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
