import { type Block, paragraph } from '../frame/stack.tsx';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';

interface Head {
  readonly name: string;
  readonly amount: string;
}

const SIZE = 12;
const AMOUNT_SIZE = 11;
const LEADING = 15;

/** Whether every panel has its name and its amount in one line. */
export function haveFlatHeads(heads: readonly Head[], width: number): boolean {
  return heads.every(
    ({ name, amount }) => textWidth(name, SIZE, 'bold') + textWidth(amount, AMOUNT_SIZE) + 8 <= width,
  );
}

/** The name of a panel and its amount, at the right edge of the same line or below. */
export function panelHead({ name, amount }: Head, x: number, width: number, isFlat: boolean): Block[] {
  if (!isFlat) {
    return [
      paragraph(name, x, width, { size: SIZE, weight: 'bold', leading: LEADING }),
      paragraph(amount, x, width, { size: AMOUNT_SIZE, fill: palette.secondary, leading: LEADING }),
    ];
  }
  return [
    {
      height: LEADING,
      draw: (y) => (
        <>
          <TextLine x={x} y={y + SIZE} text={name} size={SIZE} weight="bold" />
          <TextLine x={x + width} y={y + SIZE} text={amount} fill={palette.secondary} anchor="end" />
        </>
      ),
    },
  ];
}
