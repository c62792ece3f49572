import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { ContextYear, YearColumns } from './national-context.tsx';

const SIZE = 11;
const LEADING = 13;
const SWATCH = 18;

/** Stands for "not found" where the word is wider than a year; the key then says what it means. */
export const NONE = '—';

export function noneText(lang: Language): string {
  return text(lang, 'concentration.world.figure.none');
}

export function fitsNone(lang: Language, column: number): boolean {
  return textWidth(noneText(lang), SIZE) <= column - 4;
}

interface KeyItemPlace {
  readonly kind: 'total' | 'part' | 'none';
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

/** The words of the key side by side, on a line of their own where they do not fit. */
export function keyPlaces(
  lang: Language,
  years: readonly ContextYear[],
  { column }: YearColumns,
): { items: KeyItemPlace[]; height: number } {
  const isDashed = !fitsNone(lang, column) && years.some(({ total, part }) => total === undefined && !part);
  const items: KeyItemPlace[] = [];
  let [x, y] = [0, 0];
  for (const kind of ['total', 'part', ...(isDashed ? (['none'] as const) : [])] as const) {
    const words = text(lang, `concentration.world.figure.${kind}`);
    const width = SWATCH + textWidth(words, SIZE);
    if (x > 0 && x + width > column * years.length) [x, y] = [0, y + LEADING + 3];
    items.push({ kind, words, x, y });
    x += width + 22;
  }
  return { items, height: y + LEADING };
}

export function KeyItem({ item, x, y }: { item: KeyItemPlace; x: number; y: number }): ReactNode {
  const { kind, words } = item;
  return (
    <>
      {kind === 'none' ? (
        <TextLine x={x} y={y + SIZE} text={NONE} fill={palette.secondary} />
      ) : (
        <rect
          x={px(x)}
          y={px(y + 1)}
          width={12}
          height={11}
          fill={kind === 'total' ? palette.curve : palette.paper}
          {...(kind === 'part' ? { stroke: palette.chance, strokeDasharray: '4 3' } : {})}
        />
      )}
      <TextLine x={x + SWATCH} y={y + SIZE} text={words} />
    </>
  );
}
