import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';

const SIZE = 11;
const LEADING = 15;

/** Height of the strip that says in words that the data are simulated. */
export function simulatedStripHeight(lang: Language, width: number): number {
  return stripLines(lang, width).length * LEADING + 6;
}

interface MarkProps {
  readonly lang: Language;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The strip along the upper edge of a drawing. */
export function SimulatedStrip({ lang, x, y, width }: MarkProps): ReactNode {
  return (
    <g data-simulated="strip">
      <rect
        x={x}
        y={y}
        width={width}
        height={simulatedStripHeight(lang, width)}
        fill={palette.warningGround}
      />
      {stripLines(lang, width).map((line, i) => (
        <TextLine
          key={line}
          x={x + width / 2}
          y={y + 3 + i * LEADING + SIZE}
          text={line}
          weight="bold"
          fill={palette.warningInk}
          anchor="middle"
        />
      ))}
    </g>
  );
}

/** The words across the whole drawing, so that a cut-out part still says what it is. */
export function SimulatedAcross(props: MarkProps & { readonly height: number }): ReactNode {
  const { lang, x, y, width, height } = props;
  const words = text(lang, 'figures.simulated');
  // Flatter than the diagonal, which a concentration chart draws as a line of its own.
  const angle = 0.6 * Math.atan2(height, width);
  const length = 0.8 * Math.min(width / Math.cos(angle), height / Math.sin(angle));
  const size = px(Math.min(0.1 * height, (20 * length) / textWidth(words, 20, 'bold')));
  const turned = `rotate(${px((-angle * 180) / Math.PI)} ${px(x + width / 2)} ${px(y + height / 2)})`;
  return (
    <g data-simulated="across" transform={turned} opacity={0.2}>
      <TextLine
        x={x + width / 2}
        y={y + height / 2 + size * 0.36}
        text={words}
        size={size}
        weight="bold"
        anchor="middle"
        halo={palette.paper}
      />
    </g>
  );
}

function stripLines(lang: Language, width: number): string[] {
  return wrapText(text(lang, 'figures.simulatedLong'), width - 12, SIZE, 'bold');
}
