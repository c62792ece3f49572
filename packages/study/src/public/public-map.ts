import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { Feature, Position } from 'geojson';
import { ringOf } from '../bundle/geojson.ts';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import { linesOf } from '../naming/names.ts';
import { escapeHtml } from '../report/html.ts';
import { type PublicTable, publicTotals } from './public-table.ts';
import { BASE } from './random-rounding.ts';

/** Pixels of the drawing; it grows and shrinks with the page. */
const PAGE_WIDTH = 720;
/** Height to width, at most. */
const MOST_HIGH = 1.15;
const MARGIN = 10;
const STEP_WIDTH = 132;
const LINE = 20;
const STEPS = ['#d3e4e6', '#8dbac1', '#3c8794', '#0b5563'];
/** Shares of the listed places below each step but the last. */
const QUANTILES = [0.5, 0.8, 0.95];

/** Steps of a class map: first and last number of each, and how many places it has. */
interface MapStep {
  from: number;
  to: number;
  places: number;
}

/** Half of the places in the first step, the busiest twentieth in the last; limits are published numbers themselves. */
function stepsOf(totals: Uint32Array): MapStep[] {
  const sorted = totals.toSorted();
  if (sorted.length === 0) return [];
  const limits = QUANTILES.map((share) => sorted[Math.ceil(share * sorted.length) - 1]);
  const tops = [...new Set([...limits, sorted[sorted.length - 1]])];
  return tops.map((to, i) => {
    const above = i === 0 ? 0 : tops[i - 1];
    return {
      from: above + BASE,
      to,
      places: totals.reduce((n, total) => n + (total > above && total <= to ? 1 : 0), 0),
    };
  });
}

/**
 * The map of a public table: all its columns together. SVG text; every word of a file in it is escaped.
 *
 * @param width pixels; on a narrow one the legend takes more lines
 */
export function publicMap(
  bundle: OpenBundle,
  table: PublicTable,
  lang: Language,
  width: number = PAGE_WIDTH,
): string {
  const totals = publicTotals(table);
  const steps = stepsOf(totals);
  const rings = table.ids.map((id) => ringOf(id));
  const boundary = bundle.area?.polygons.flat() ?? [];
  const toPlane = ([lon, lat]: Position): Position => bundle.plane.project(lon, lat);
  const seen = [...boundary, ...rings].flat().map(toPlane);
  const { at, height, pixelsPerMeter } = viewOf(seen, width);
  const path = (line: readonly Position[]): string =>
    `M${line
      .map((position) =>
        at(toPlane(position))
          .map((pixel) => pixel.toFixed(1))
          .join(' '),
      )
      .join('L')}`;
  const colourOf = (total: number): string => colours(steps.length)[steps.findIndex(({ to }) => total <= to)];
  const cells = rings.map((ring, i) => `<path d="${path(ring)}Z" fill="${colourOf(totals[i])}"/>`);
  const ground = groundLines(bundle.context).map(path).join('');
  const label = escapeHtml(text(lang, 'publicTable.mapLabel'));
  const below = legend({ lang, steps, width, top: height + 8, pixelsPerMeter, isSimulated: table.simulated });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${Math.ceil(below.bottom)}" role="img" aria-label="${label}" font-family="Noto Sans, system-ui, sans-serif" font-size="12" fill="#23201c">`,
    `<g stroke="#ffffff" stroke-width="0.6">${cells.join('')}</g>`,
    `<path d="${ground}" fill="none" stroke="#5e584e" stroke-opacity="0.3" stroke-width="0.8"/>`,
    `<path d="${boundary.map((ring) => `${path(ring as Position[])}Z`).join('')}" fill="none" stroke="#5e584e" stroke-width="1.2"/>`,
    below.svg,
    '</svg>',
  ].join('\n');
}

function viewOf(
  points: readonly Position[],
  width: number,
): {
  at: (position: Position) => [number, number];
  height: number;
  pixelsPerMeter: number;
} {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  if (points.length === 0) [west, south, east, north] = [0, 0, 1, 1];
  const pixelsPerMeter = Math.min(
    (width - 2 * MARGIN) / (east - west),
    (MOST_HIGH * width - 2 * MARGIN) / (north - south),
  );
  const left = (width - (east - west) * pixelsPerMeter) / 2;
  return {
    at: ([x, y]) => [left + (x - west) * pixelsPerMeter, MARGIN + (north - y) * pixelsPerMeter],
    height: (north - south) * pixelsPerMeter + 2 * MARGIN,
    pixelsPerMeter,
  };
}

/** Rivers, rails and main streets: enough to know the city by. */
function groundLines(context: readonly Feature[]): Position[][] {
  return context.flatMap((feature) => {
    const { class: streetClass, kind } = feature.properties ?? {};
    return kind === 'river' || kind === 'rail' || streetClass === 'main' ? linesOf(feature) : [];
  });
}

/** As many colours as steps, the darkest always among them. */
const colours = (steps: number): string[] => STEPS.slice(STEPS.length - steps);

/** Line under line: title, steps, what has no colour, scale and north, the mark of invented data. */
function legend(of: {
  lang: Language;
  steps: readonly MapStep[];
  width: number;
  top: number;
  pixelsPerMeter: number;
  isSimulated: boolean;
}): { svg: string; bottom: number } {
  const { lang, steps, width, top, pixelsPerMeter, isSimulated } = of;
  const number = (value: number): string => formatInteger(lang, value);
  const lines: string[] = [];
  let y = top + 12;
  const line = (content: string, attributes: string): void => {
    lines.push(`<text x="${MARGIN}" y="${y}" ${attributes}>${escapeHtml(content)}</text>`);
    y += LINE;
  };
  line(text(lang, 'publicTable.legend'), 'font-weight="600"');
  const inRow = Math.max(1, Math.floor((width - 2 * MARGIN) / STEP_WIDTH));
  steps.forEach(({ from, to, places }, i) => {
    const x = MARGIN + (i % inRow) * STEP_WIDTH;
    const at = y + Math.floor(i / inRow) * LINE;
    const range = from === to ? number(from) : `${number(from)}–${number(to)}`;
    lines.push(
      `<rect x="${x}" y="${at - 12}" width="26" height="14" fill="${colours(steps.length)[i]}"/><text x="${x + 33}" y="${at}">${range} <tspan fill="#5e584e">(${number(places)})</tspan></text>`,
    );
  });
  y += Math.ceil(steps.length / inRow) * LINE;
  line(text(lang, 'publicTable.legendNote'), 'fill="#5e584e"');
  if (isSimulated) line(text(lang, 'figures.simulatedLong'), 'font-weight="600" fill="#6b4e00"');
  lines.push(scaleAndNorth(lang, y, pixelsPerMeter));
  return { svg: lines.join(''), bottom: y + 8 };
}

function scaleAndNorth(lang: Language, y: number, pixelsPerMeter: number): string {
  const meters = roundLength(110 / pixelsPerMeter);
  const right = MARGIN + meters * pixelsPerMeter;
  const length =
    meters < 1000
      ? text(lang, 'figures.metres', { n: formatInteger(lang, meters) })
      : text(lang, 'figures.kilometres', { n: formatNumber(lang, meters / 1000) });
  const north = escapeHtml(text(lang, 'figures.north'));
  return `<path d="M${MARGIN} ${y - 7}v6H${right}v-6" fill="none" stroke="#23201c"/><text x="${right + 8}" y="${y}">${escapeHtml(length)}</text><text x="${right + 62}" y="${y}" font-weight="600">↑ ${north}</text>`;
}

/** The greatest of 1, 2 and 5 times a power of ten that is no longer. */
function roundLength(meters: number): number {
  const power = 10 ** Math.floor(Math.log10(meters));
  return ([5, 2, 1].find((step) => step * power <= meters) ?? 1) * power;
}
