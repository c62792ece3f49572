import { formatPercent, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { WorldStripProps } from './world-strip.tsx';

const SIZE = 11;
const LEADING = 16;
const SAMPLE = 22;
const APART = 20;
const BESIDE = SAMPLE + 6;

interface Entry {
  readonly label: string;
  readonly sample: (x: number, y: number) => ReactNode;
}

/** Height of the key at a width. */
export function stripKeyHeight(strip: WorldStripProps, width: number): number {
  const placed = placedEntries(strip, width);
  return Math.max(...placed.map(({ line, lines }) => line + lines.length)) * LEADING + 4;
}

/** What the marks of a strip are, set in lines. */
export function StripKey(props: { strip: WorldStripProps; x: number; y: number; width: number }): ReactNode {
  const { strip, x, y, width } = props;
  return placedEntries(strip, width).map(({ entry, line, lines, offset }) => (
    <g key={entry.label}>
      {entry.sample(x + offset, y + line * LEADING + 8)}
      {lines.map((words, i) => (
        <TextLine key={words} x={x + offset + BESIDE} y={y + (line + i) * LEADING + 12} text={words} />
      ))}
    </g>
  ));
}

interface Placed {
  readonly entry: Entry;
  readonly line: number;
  readonly lines: readonly string[];
  readonly offset: number;
}

function placedEntries(strip: WorldStripProps, width: number): Placed[] {
  let line = 0;
  let offset = 0;
  return entriesOf(strip).map((entry) => {
    const own = BESIDE + textWidth(entry.label, SIZE);
    if (offset > 0 && offset + own > width) {
      line++;
      offset = 0;
    }
    const placed = { entry, line, lines: wrapText(entry.label, width - BESIDE, SIZE), offset };
    line += placed.lines.length - 1;
    offset += own + APART;
    return placed;
  });
}

function entriesOf({ lang, result, review, studies, others }: WorldStripProps): Entry[] {
  const label = (key: 'result' | 'resultPoint' | 'review' | 'study' | 'other'): string =>
    text(lang, `concentration.world.strip.${key}`);
  const hasInterval = result.low !== undefined;
  return [
    {
      label: label(hasInterval ? 'result' : 'resultPoint'),
      sample: (x, y) => (
        <>
          {hasInterval ? (
            <path d={`M${px(x)} ${px(y)}h${SAMPLE}`} stroke={palette.curve} strokeWidth={2} />
          ) : null}
          <circle cx={px(x + SAMPLE / 2)} cy={px(y)} r={4.5} fill={palette.curve} />
        </>
      ),
    },
    {
      label: text(lang, 'concentration.world.strip.chance', {
        expected: formatPercent(lang, result.expected),
      }),
      sample: (x, y) => (
        <path
          d={`M${px(x + SAMPLE / 2)} ${px(y - 7)}v14`}
          stroke={palette.chance}
          strokeWidth={1.5}
          strokeDasharray="5 3"
        />
      ),
    },
    ...(review
      ? [
          {
            label: label('review'),
            sample: (x: number, y: number) => (
              <>
                <path d={`M${px(x)} ${px(y)}h${SAMPLE}`} stroke={palette.boundary} strokeWidth={1} />
                <path d={`M${px(x + 5)} ${px(y)}h${SAMPLE - 10}`} stroke={palette.river} strokeWidth={9} />
                <path d={`M${px(x + SAMPLE / 2)} ${px(y - 6)}v12`} stroke={palette.ink} strokeWidth={1.6} />
              </>
            ),
          },
        ]
      : []),
    ...(studies.length > 0
      ? [
          {
            label: label('study'),
            sample: (x: number, y: number) => (
              <>
                <path d={`M${px(x)} ${px(y)}h${SAMPLE}`} stroke={palette.ink} strokeWidth={1.5} />
                <circle cx={px(x + SAMPLE / 2)} cy={px(y)} r={3.5} fill={palette.ink} />
              </>
            ),
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            label: label('other'),
            sample: (x: number, y: number) => (
              <circle
                cx={px(x + SAMPLE / 2)}
                cy={px(y)}
                r={3}
                fill={palette.paper}
                stroke={palette.street}
                strokeWidth={1.2}
              />
            ),
          },
        ]
      : []),
  ];
}
