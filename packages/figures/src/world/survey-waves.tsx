import { formatPercent, type Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { SurveyWave, YearColumns } from './national-context.tsx';

const SIZE = 11;
const LEADING = 14;
const ROW = 34;

/** From a point to the words beside it: half of the number above it and some air. */
const BESIDE = 32;

/** Height of all questions under one another. */
export function wavesHeight(columns: YearColumns, waves: readonly SurveyWave[]): number {
  return waves.reduce((sum, wave) => sum + placed(columns, wave).height, 0);
}

/** Each question on a line of its own, its waves at their time; questions are never joined. */
export function drawWaves(
  lang: Language,
  columns: YearColumns,
  waves: readonly SurveyWave[],
  top: number,
): ReactNode {
  let y = top;
  return waves.map((wave) => {
    const from = y;
    const { height, lines, x, anchor } = placed(columns, wave);
    y += height;
    const middle = from + height - 10;
    return (
      <g key={wave.label} data-wave="">
        <path
          d={`M${columns.left} ${px(from)}H${px(rightOf(columns))}`}
          stroke={palette.line}
          strokeWidth={0.6}
        />
        {lines.map((line, i) => (
          <TextLine
            key={line}
            x={x}
            y={middle + 4 - (lines.length - 1 - i) * LEADING}
            text={line}
            fill={palette.secondary}
            anchor={anchor}
          />
        ))}
        {wave.points.map(({ at, percent, isVague }) => (
          <Point
            key={at}
            x={xOf(columns, at)}
            y={middle}
            words={formatPercent(lang, percent / 100)}
            isVague={isVague}
            right={rightOf(columns)}
          />
        ))}
      </g>
    );
  });
}

function xOf({ left, first, column }: YearColumns, at: number): number {
  return left + (at - first) * column;
}

function rightOf({ left, column, years }: YearColumns): number {
  return left + column * years;
}

/** The question stands on that side of its points where there is more room. */
function placed(columns: YearColumns, { label, points }: SurveyWave) {
  const places = points.map(({ at }) => xOf(columns, at));
  const before = Math.min(...places) - BESIDE - columns.left;
  const after = rightOf(columns) - Math.max(...places) - BESIDE;
  const isBefore = before > after;
  const lines = wrapText(label, Math.max(before, after), SIZE);
  return {
    lines,
    height: ROW + Math.max(0, lines.length - 2) * LEADING,
    x: isBefore ? Math.min(...places) - BESIDE : Math.max(...places) + BESIDE,
    anchor: isBefore ? ('end' as const) : ('start' as const),
  };
}

interface PointProps {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly isVague: boolean;
  /** Edge that its number may not pass. */
  readonly right: number;
}

function Point({ x, y, words, isVague, right }: PointProps): ReactNode {
  const width = textWidth(words, SIZE);
  return (
    <>
      <circle
        cx={px(x)}
        cy={px(y)}
        r={4}
        fill={isVague ? palette.paper : palette.curve}
        stroke={isVague ? palette.chance : palette.curve}
        strokeWidth={1.2}
      />
      <TextLine x={Math.min(x - width / 2, right - width)} y={y - 8} text={words} />
    </>
  );
}
