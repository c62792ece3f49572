import { formatInteger, type Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import type { FigureHeading } from '../frame/figure-heading.ts';
import { usePaperWidth } from '../frame/paper.ts';
import { sourceNote } from '../frame/source-note.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import { fitsNone, KeyItem, keyPlaces, NONE, noneText } from './context-key.tsx';
import { drawWaves, wavesHeight } from './survey-waves.tsx';

/** What is published of one year: a total, a part of the year, or nothing. */
export interface ContextYear {
  readonly year: number;
  readonly total?: number | undefined;
  /** The number of a part of the year, never scaled up, and which part. */
  readonly part?: { readonly value: number; readonly label: string } | undefined;
}

/** Answers to one question, wave by wave; different questions make different rows. */
export interface SurveyWave {
  readonly label: string;
  readonly points: readonly {
    /** When the wave was, in years: 2023.4. */
    readonly at: number;
    readonly percent: number;
    /** The source does not date it exactly. */
    readonly isVague: boolean;
  }[];
}

export interface NationalContextProps extends FigureHeading {
  readonly caption?: string | undefined;
  /** Consecutive years. */
  readonly years: readonly ContextYear[];
  /** First and last year of the study, marked behind. */
  readonly studyYears: readonly [number, number];
  /** None for a city: surveys are of the country. */
  readonly waves: readonly SurveyWave[];
}

/** Columns of years over the width of a figure. */
export interface YearColumns {
  readonly left: number;
  readonly first: number;
  /** Width of a year. */
  readonly column: number;
  readonly years: number;
}

const DEFAULT_WIDTH_MM = 160;
const SIZE = 11;
const BARS = 120;
const VALUES = 18;
const YEARS = 20;
const LEADING = 13;

/** Registered offences by year, the gaps shown as gaps, and under them the waves of surveys on the same years. */
export function NationalContext(props: NationalContextProps): ReactNode {
  const { lang, years, waves } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const columns: YearColumns = {
    left: MARGIN,
    first: years[0]?.year ?? 0,
    column: width / Math.max(1, years.length),
    years: years.length,
  };
  const gaps = LEADING * Math.max(1, ...years.map((year) => belowLines(lang, year, columns.column).length));
  const bars = VALUES + BARS + YEARS + gaps;
  const keys = keyPlaces(lang, years, columns);
  const key = keys.height + 18;
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={[props.caption, sourceNote(lang, props.sourceLine)]}
      widthMm={widthMm}
      bodyHeight={bars + key + wavesHeight(columns, waves)}
      body={(top) => (
        <>
          <StudyYears props={props} columns={columns} top={top} height={VALUES + BARS} />
          <Bars props={props} columns={columns} top={top} />
          {keys.items.map((item) => (
            <KeyItem key={item.words} item={item} x={MARGIN + item.x} y={top + bars + 8 + item.y} />
          ))}
          {drawWaves(lang, columns, waves, top + bars + key)}
        </>
      )}
    />
  );
}

function belowLines(lang: Language, { total, part }: ContextYear, width: number): string[] {
  if (total !== undefined) return [];
  if (part) return wrapText(part.label, width - 4, SIZE);
  return [fitsNone(lang, width) ? noneText(lang) : NONE];
}

function StudyYears(rest: {
  props: NationalContextProps;
  columns: YearColumns;
  top: number;
  height: number;
}): ReactNode {
  const { props, columns, top, height } = rest;
  const { years, studyYears } = props;
  const from = Math.max(studyYears[0], columns.first);
  const to = Math.min(studyYears[1], years[years.length - 1]?.year ?? 0);
  if (to < from) return null;
  return (
    <rect
      data-study=""
      x={px(columns.left + (from - columns.first) * columns.column)}
      y={px(top)}
      width={px((to - from + 1) * columns.column)}
      height={height}
      fill={palette.outside}
      fillOpacity={0.6}
    />
  );
}

function Bars({
  props,
  columns,
  top,
}: {
  props: NationalContextProps;
  columns: YearColumns;
  top: number;
}): ReactNode {
  const { lang, years } = props;
  const most = Math.max(1, ...years.map(({ total, part }) => total ?? part?.value ?? 0));
  const bottom = top + VALUES + BARS;
  return (
    <>
      {years.map((year, i) => {
        const { total, part } = year;
        const value = total ?? part?.value;
        const middle = columns.left + (i + 0.5) * columns.column;
        const width = Math.min(56, columns.column * 0.62);
        const height = px(((value ?? 0) / most) * BARS);
        return (
          <g key={year.year} data-year={total === undefined ? (part ? 'part' : 'none') : 'total'}>
            {value === undefined ? null : (
              <>
                <rect
                  x={px(middle - width / 2)}
                  y={px(bottom - height)}
                  width={px(width)}
                  height={height}
                  fill={total === undefined ? palette.paper : palette.curve}
                  stroke={total === undefined ? palette.chance : palette.curve}
                  strokeWidth={1}
                  {...(total === undefined ? { strokeDasharray: '4 3' } : {})}
                />
                <TextLine
                  x={middle}
                  y={bottom - height - 5}
                  text={formatInteger(lang, value)}
                  weight={total === undefined ? 'regular' : 'bold'}
                  fill={total === undefined ? palette.secondary : palette.ink}
                  anchor="middle"
                />
              </>
            )}
            <TextLine x={middle} y={bottom + 5 + SIZE} text={String(year.year)} anchor="middle" />
            {belowLines(lang, year, columns.column).map((line, k) => (
              <TextLine
                key={line}
                x={middle}
                y={bottom + YEARS + k * LEADING + SIZE}
                text={line}
                fill={palette.secondary}
                anchor="middle"
              />
            ))}
          </g>
        );
      })}
      <path
        d={`M${columns.left} ${px(bottom)}h${px(columns.column * years.length)}`}
        stroke={palette.ink}
        strokeWidth={1}
      />
    </>
  );
}
