import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { FONT_FAMILIES } from '../text/text-line.tsx';
import { type Paper, usePaper } from './paper.ts';
import { type Block, gap, paragraph, Stack, stackHeight } from './stack.tsx';

/** CSS pixels per millimetre: user units of a figure are CSS pixels, so that type sizes are what they say. */
export const PIXELS_PER_MM = 96 / 25.4;

/** Margin around a figure in pixels. */
export const MARGIN = 4;

/** What every figure carries above and below its drawing. */
export interface FigureText {
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

/** A figure that is too high for its paper is set smaller only so far; then its drawing has to be smaller itself. */
const LEAST_BODY = 120;

/** Pixels that the drawing of a figure may be high on paper that has an end; elsewhere it has none. */
export function useBodyRoom(words: FigureText, widthMm: number): number {
  const paper = usePaper();
  const { heightMm, magnify = 1 } = paper;
  if (heightMm === undefined) return Number.POSITIVE_INFINITY;
  const { head, foot } = headAndFoot(words, widthMm, paper);
  const around = 2 * MARGIN + stackHeight(head) + stackHeight(foot);
  return Math.max(LEAST_BODY, (heightMm / magnify) * PIXELS_PER_MM - around - 1);
}

/**
 * The frame of a figure: title, subtitle, body, notes, on white, in true physical size; smaller as a whole where the
 * paper is not high enough for it. A numbered figure has its title under it, as articles have.
 */
export function Figure(props: FigureProps): ReactNode {
  const { lang, widthMm, bodyHeight, body } = props;
  const paper = usePaper();
  const { magnify = 1, face = 'sans', heightMm = Number.POSITIVE_INFINITY } = paper;
  const width = px(widthMm * PIXELS_PER_MM);
  const { title, head, foot } = headAndFoot(props, widthMm, paper);
  const top = MARGIN + stackHeight(head);
  const height = px(Math.ceil(top + bodyHeight + stackHeight(foot) + MARGIN));
  const times = Math.min(magnify, heightMm / (height / PIXELS_PER_MM));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={`${px(widthMm * times)}mm`}
      height={`${px((height * times) / PIXELS_PER_MM)}mm`}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={FONT_FAMILIES[face]}
      lang={lang}
      role="img"
      aria-label={title}
      {...(paper.letter === undefined ? {} : { 'data-head-height': stackHeight(head) })}
    >
      <rect width={width} height={height} fill={palette.paper} />
      <Stack blocks={head} top={MARGIN} />
      {body(top)}
      <Stack blocks={foot} top={top + bodyHeight} />
    </svg>
  );
}

/** What stands above and below the drawing. */
function headAndFoot(
  { lang, notes = [], ...words }: FigureText,
  widthMm: number,
  { number, isTitleOutside = false, letter, title: ofPanel, headPixels = 0 }: Paper,
): { title: string; head: Block[]; foot: Block[] } {
  const own = ofPanel ?? words.title;
  const title = letter === undefined ? own : `${letter}) ${own}`;
  const size = letter === undefined ? 16 : 14;
  const subtitle = ofPanel === undefined ? words.subtitle : words.subtitle?.replace(`${ofPanel} · `, '');
  const textWidth = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const head: Block[] =
    number === undefined && !isTitleOutside
      ? [paragraph(title, MARGIN, textWidth, { size, weight: 'bold', isBalanced: true })]
      : [];
  if (subtitle) head.push(paragraph(subtitle, MARGIN, textWidth, { size: 12, fill: palette.secondary }));
  head.push(gap(8));
  head.push(gap(Math.max(0, headPixels - stackHeight(head))));
  const foot: Block[] = [gap(8)];
  for (const note of notes) {
    if (note) foot.push(paragraph(note, MARGIN, textWidth, { fill: palette.secondary }), gap(2));
  }
  if (number !== undefined) {
    const caption = text(lang, 'figures.numbered', { n: String(number), title });
    foot.push(gap(6), paragraph(caption, MARGIN, textWidth, { size: 12, isCentred: true, isBalanced: true }));
  }
  return { title, head, foot };
}
