import type { ReactNode } from 'react';
import { balancedLines, type FontWeight, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';

/** A block of known height that can be drawn at any y. */
export interface Block {
  readonly height: number;
  readonly draw: (y: number) => ReactNode;
}

export interface TextStyle {
  readonly size?: number;
  readonly weight?: FontWeight;
  readonly fill?: string;
  readonly leading?: number;
  /** Set in the middle of the width, not from its left edge. */
  readonly isCentred?: boolean;
  /** Its lines are about as long as one another, as those of a title. */
  readonly isBalanced?: boolean;
}

/** Empty space between blocks. */
export function gap(height: number): Block {
  return { height, draw: () => null };
}

/** A paragraph wrapped to a width. */
export function paragraph(text: string, x: number, width: number, style: TextStyle = {}): Block {
  const {
    size = 11,
    weight = 'regular',
    leading = Math.round(size * 1.35),
    isCentred,
    isBalanced,
    ...rest
  } = style;
  const lines = (isBalanced ? balancedLines : wrapText)(text, width, size, weight);
  return {
    height: lines.length * leading,
    draw: (y) =>
      lines.map((line, i) => (
        <TextLine
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
          key={i}
          x={isCentred ? x + width / 2 : x}
          anchor={isCentred ? 'middle' : 'start'}
          y={y + i * leading + size}
          text={line}
          size={size}
          weight={weight}
          {...(rest.fill === undefined ? {} : { fill: rest.fill })}
        />
      )),
  };
}

/** The height of blocks set one under the other. */
export function stackHeight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0);
}

/** Draws blocks one under the other from `top` on. */
export function Stack({ blocks, top }: { blocks: readonly Block[]; top: number }): ReactNode {
  let y = top;
  return blocks.map((block, i) => {
    const drawn = block.draw(y);
    y += block.height;
    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a figure never move
    return <g key={i}>{drawn}</g>;
  });
}
