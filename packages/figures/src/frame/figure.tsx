import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { FONT_FAMILIES } from '../text/text-line.tsx';
import { usePaper } from './paper.ts';
import { type Block, gap, paragraph, Stack, stackHeight } from './stack.tsx';

/** CSS pixels per millimetre: user units of a figure are CSS pixels, so that type sizes are what they say. */
export const PIXELS_PER_MM = 96 / 25.4;

/** Margin around a figure in pixels. */
export const MARGIN = 4;

/** What every figure carries above and below its drawing. */
interface FigureText {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Further lines under the drawing, already in the figure's language. */
  readonly notes?: readonly (string | undefined)[];
}

export interface FigureProps extends FigureText {
  readonly widthMm: number;
  readonly bodyHeight: number;
  /** Draws the body from a top edge on. */
  readonly body: (top: number) => ReactNode;
}

/**
 * The frame of a figure: title, subtitle, body, notes, on white, in true physical size. A numbered figure has its
 * title under it, as articles have.
 */
export function Figure(props: FigureProps): ReactNode {
  const { lang, subtitle, notes = [], widthMm, bodyHeight, body } = props;
  const { magnify = 1, face = 'sans', number, letter } = usePaper();
  const title = letter === undefined ? props.title : `${letter}) ${props.title}`;
  const width = px(widthMm * PIXELS_PER_MM);
  const textWidth = width - 2 * MARGIN;
  const head: Block[] =
    number === undefined ? [paragraph(title, MARGIN, textWidth, { size: 16, weight: 'bold' })] : [];
  if (subtitle) head.push(paragraph(subtitle, MARGIN, textWidth, { size: 12, fill: palette.secondary }));
  head.push(gap(8));
  const foot: Block[] = [gap(8)];
  for (const note of notes) {
    if (note) foot.push(paragraph(note, MARGIN, textWidth, { fill: palette.secondary }), gap(2));
  }
  if (number !== undefined) {
    const caption = text(lang, 'figures.numbered', { n: String(number), title });
    foot.push(gap(6), paragraph(caption, MARGIN, textWidth, { size: 12, isCentred: true }));
  }
  const top = MARGIN + stackHeight(head);
  const height = px(Math.ceil(top + bodyHeight + stackHeight(foot) + MARGIN));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={`${px(widthMm * magnify)}mm`}
      height={`${px((height * magnify) / PIXELS_PER_MM)}mm`}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FONT_FAMILIES[face]}
      lang={lang}
      role="img"
      aria-label={title}
    >
      <rect width={width} height={height} fill={palette.paper} />
      <Stack blocks={head} top={MARGIN} />
      {body(top)}
      <Stack blocks={foot} top={top + bodyHeight} />
    </svg>
  );
}
