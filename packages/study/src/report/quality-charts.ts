import { type HitRate, LEAST_HIT_RATE, type MonthOfData } from '@oryn/core';
import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import { monthOfYear } from '../quality/words.ts';
import { escapeHtml } from './html.ts';

const INK = '#23201C';
const MUTED = '#5E574E';
const LINE = '#E3E0D9';
const TEAL = '#0B5563';
const QUIET = '#8FB0B5';
const ORANGE = '#C2410C';
const WIDTH = 720;
const LEFT = 56;

interface Bar {
  n: number;
  /** Shown when the pointer rests on the bar. */
  title: string;
  label?: string;
  colour: string;
  /** Fill the whole height behind it: something should be here. */
  isGap?: boolean;
}

/** Bars with two grid lines; `level` draws a dashed line across. */
function barChart(
  lang: Language,
  bars: readonly Bar[],
  options: { name: string; height: number; width?: number; level?: number },
): string {
  const { name, height, width = WIDTH, level } = options;
  const top = 10;
  const bottom = height - 22;
  const most = niceCeiling(Math.max(1, level ?? 0, ...bars.map(({ n }) => n)));
  const step = (width - LEFT) / Math.max(1, bars.length);
  const gap = step > 6 ? Math.min(6, step * 0.22) : 0.5;
  const y = (n: number): number => bottom - (n / most) * (bottom - top);
  const at = (value: number): string => value.toFixed(1).replace(/\.0$/, '');
  const grid = [0, most / 2, most].map(
    (n) =>
      `<line x1="${LEFT}" x2="${width}" y1="${at(y(n))}" y2="${at(y(n))}" stroke="${LINE}"/><text x="${LEFT - 6}" y="${at(y(n) + 4)}" text-anchor="end">${formatInteger(lang, n)}</text>`,
  );
  const drawn = bars.map(({ n, title, label, colour, isGap }, i) => {
    const x = LEFT + i * step;
    const barWidth = at(Math.max(0.6, step - gap));
    const back = isGap
      ? `<rect x="${at(x)}" y="${top}" width="${at(step)}" height="${bottom - top}" fill="${ORANGE}" fill-opacity=".16"/>`
      : '';
    const mark = label
      ? `<text x="${at(bars.length > 24 ? x : x + step / 2)}" y="${height - 6}" text-anchor="${bars.length > 24 ? 'start' : 'middle'}">${escapeHtml(label)}</text>`
      : '';
    return `<g><title>${escapeHtml(title)}</title>${back}<rect x="${at(x + gap / 2)}" y="${at(y(n))}" width="${barWidth}" height="${at(bottom - y(n))}" fill="${colour}"/>${mark}</g>`;
  });
  const line =
    level === undefined
      ? ''
      : `<line x1="${LEFT}" x2="${width}" y1="${at(y(level))}" y2="${at(y(level))}" stroke="${INK}" stroke-dasharray="4 3"/>`;
  return `<svg role="img" aria-label="${escapeHtml(name)}" viewBox="0 0 ${width} ${height}" width="${width}" font-size="12" fill="${MUTED}">${grid.join('')}${drawn.join('')}${line}</svg>`;
}

/** The next plain number whose half is plain too. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= value) ?? 10;
  return Math.max(2, step * power);
}

/** Rows per month; missing, collapsed and doubled months in orange. */
export function monthsChart(lang: Language, months: readonly MonthOfData[]): string {
  const years = new Set(months.map(({ year }) => year)).size;
  const every = Math.ceil(years / 12);
  const bars = months.map(({ year, month, n, state }, i): Bar => {
    const isFirst = i === 0 || month === 1;
    const label = isFirst && (year - months[0].year) % every === 0 ? String(year) : undefined;
    return {
      n,
      title: `${monthOfYear(lang, year, month)}: ${formatInteger(lang, n)}${state === 'ordinary' ? '' : ` — ${text(lang, `quality.state.${state}`)}`}`,
      ...(label !== undefined && !(i === 0 && month > 9 && months.length > 12) && { label }),
      colour: state === 'ordinary' ? QUIET : ORANGE,
      isGap: state === 'missing' || state === 'collapsed',
    };
  });
  return barChart(lang, bars, { name: text(lang, 'quality.months.title'), height: 170 });
}

export function hoursChart(lang: Language, hours: readonly number[]): string {
  const bars = hours.map((n, hour): Bar => {
    const clock = `${String(hour).padStart(2, '0')}:00`;
    return {
      n,
      title: `${clock}: ${formatInteger(lang, n)}`,
      ...(hour % 3 === 0 && { label: clock }),
      colour: QUIET,
    };
  });
  return barChart(lang, bars, { name: text(lang, 'quality.hours.title'), height: 150 });
}

/** How often each digit is the last one; digits a fifth above an even share in orange. */
export function digitsChart(lang: Language, digits: readonly number[]): string {
  const even = digits.reduce((sum, n) => sum + n, 0) / 10;
  const bars = digits.map((n, digit) => ({
    n,
    title: `${digit}: ${formatInteger(lang, n)}`,
    label: String(digit),
    colour: n > even * 1.2 ? ORANGE : QUIET,
  }));
  return barChart(lang, bars, {
    name: text(lang, 'quality.precision.title'),
    height: 120,
    width: 360,
    level: even,
  });
}

/** A hit rate from 0 to 100 % as a bar with its interval and the line of the smallest acceptable rate. */
export function rateBar(lang: Language, { rate, low, high, against }: HitRate): string {
  const width = 160;
  const at = (share: number): string => (share * width).toFixed(1);
  return `<svg role="img" aria-label="${escapeHtml(formatPercent(lang, rate))}" viewBox="0 0 ${width} 16" width="${width}" height="16"><rect y="4" width="${width}" height="8" rx="2" fill="#F3F1EC"/><rect y="4" width="${at(rate)}" height="8" rx="2" fill="${against === 'below' ? ORANGE : TEAL}"/><line x1="${at(low)}" x2="${at(high)}" y1="8" y2="8" stroke="#fff" stroke-width="4"/><line x1="${at(low)}" x2="${at(high)}" y1="8" y2="8" stroke="${INK}" stroke-width="1.5"/><line x1="${at(LEAST_HIT_RATE)}" x2="${at(LEAST_HIT_RATE)}" y1="0" y2="16" stroke="${INK}"/></svg>`;
}

/** A share of the largest as a plain bar in a cell of a table. */
export function shareBar(n: number, most: number, isMarked = false): string {
  const width = most > 0 ? (n / most) * 160 : 0;
  return `<svg aria-hidden="true" viewBox="0 0 160 10" width="160" height="10"><rect width="${width.toFixed(1)}" height="10" rx="2" fill="${isMarked ? ORANGE : QUIET}"/></svg>`;
}
