import type { ReactNode } from 'react';
import { usePaper } from '../frame/paper.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { type FontFace, type FontWeight, textWidth } from './measure.ts';

/** The families figures are set in; files of figures ship them. */
export const FONT_FAMILIES: Readonly<Record<FontFace, string>> = { sans: 'Noto Sans', serif: 'Tinos' };

/** The family of figures on screen. */
export const FONT_FAMILY = FONT_FAMILIES.sans;

export interface TextLineProps {
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly text: string;
  /** Pixels, default 11. */
  readonly size?: number;
  readonly weight?: FontWeight;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of a halo that keeps the text legible over lines. */
  readonly halo?: string;
}

/** One line of text, placed by the advance widths of the shipped font. */
export function TextLine(props: TextLineProps): ReactNode {
  const { text, size = 11, weight = 'regular', fill = palette.ink, anchor = 'start', halo } = props;
  const { face = 'sans' } = usePaper();
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * textWidth(text, size, weight, face);
  const x = px(props.x - shift);
  const y = px(props.y);
  const common = { x, y, fontSize: size, ...(weight === 'bold' ? { fontWeight: 700 } : {}) };
  return (
    <>
      {/* A text of its own under the letters: some PDF writers ignore paint-order. */}
      {halo === undefined ? null : (
        <text {...common} fill={halo} stroke={halo} strokeWidth={3} strokeLinejoin="round">
          {text}
        </text>
      )}
      <text {...common} fill={fill}>
        {text}
      </text>
    </>
  );
}
