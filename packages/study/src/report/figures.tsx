import { HotPlacesMap, type MapLine, type MapPolygon, type Paper, renderSvg } from '@oryn/figures';
import { formatPeriod, type Language, text } from '@oryn/language';
import type { Feature, Position } from 'geojson';
import { cellToBoundary } from 'h3-js';
import { lorenzFigure } from '../concentration/lorenz-figure.tsx';
import { missingYears, periodText } from '../concentration/period-text.ts';
import { worldFigure } from '../concentration/world-figure.tsx';
import { yearsFigure } from '../concentration/years-figure.tsx';
import type { Findings } from '../evaluate/evaluate.ts';
import { linesOf } from '../naming/names.ts';
import { sourceOf, subjectText, titleOf } from './figure-words.ts';
import { nullText } from './statements.ts';

/** What the figures of a study are drawn from; a bundle read back has it too. */
export type Drawn = Pick<
  Findings,
  | 'study'
  | 'subject'
  | 'simulated'
  | 'area'
  | 'plane'
  | 'context'
  | 'places'
  | 'inMask'
  | 'maskKind'
  | 'n'
  | 'hot'
  | 'problemPlaces'
  | 'account'
  | 'report'
>;

/**
 * The figures of a study in a language: SVG text by file name without extension.
 *
 * @param paper its number is that of the first figure, the others follow
 */
export function figuresOf(drawn: Drawn, lang: Language, paper: Paper = {}): Map<string, string> {
  const { report, study, places, n, inMask } = drawn;
  const figures = new Map<string, string>();
  const add = (name: string, draw: (paper: Paper) => string | undefined): void => {
    const own = paper.number === undefined ? paper : { ...paper, number: paper.number + figures.size };
    const svg = draw(own);
    if (svg !== undefined) figures.set(name, svg);
  };
  const counted = { n, inMask, extent: places.extent };
  add('hot-places', (own) => hotPlacesFigure(drawn, lang, own));
  add('lorenz', (own) => lorenzFigure(report, counted, study, lang, own));
  add('concentration-years', (own) => yearsFigure(report, study, lang, own));
  add('concentration-world', (own) => worldFigure(report, study, lang, own));
  return figures;
}

/** The period in words: the asked one to the day, where the data leave out none of its years; else the years of the data. */
export function periodOf({ study, report }: Pick<Drawn, 'study' | 'report'>, lang: Language): string {
  const { period } = report;
  const hasGap = missingYears(period.map(({ year }) => year)).length > 0;
  if (study.from && study.to && !hasGap) return formatPeriod(lang, study.from, study.to);
  return periodText(lang, period) || text(lang, 'terms.not_known');
}

function subtitleOf(drawn: Drawn, lang: Language): string {
  return `${periodOf(drawn, lang)} · ${subjectText(drawn.subject, lang)}`;
}

function hotPlacesFigure(drawn: Drawn, lang: Language, paper: Paper): string {
  const { places, plane, hot, n, problemPlaces, study } = drawn;
  const placeNumber = new Int32Array(places.count).fill(-1);
  problemPlaces.forEach((place, index) => {
    for (const member of place.members) placeNumber[member] = index;
  });
  const project = (positions: readonly Position[]): Float64Array => {
    const out = new Float64Array(positions.length * 2);
    positions.forEach(([lon, lat], i) => {
      [out[2 * i], out[2 * i + 1]] = plane.project(lon, lat);
    });
    return out;
  };
  const total = drawn.inMask ? n.filter((_, i) => drawn.inMask![i] === 1) : n;
  return renderSvg(
    <HotPlacesMap
      lang={lang}
      title={titleOf(study, lang)}
      subtitle={subtitleOf(drawn, lang)}
      caption={nullCaption(drawn, lang)}
      sourceLine={sourceOf(drawn.study)}
      simulated={drawn.simulated}
      places={{
        count: places.count,
        rings: (index) => project(cellToBoundary(places.ids[index], true)),
        n,
        hotClass: hot.hotClass,
        problemPlace: placeNumber,
      }}
      problemPlaces={problemPlaces.map(({ rank, lon, lat }) => {
        const [x, y] = plane.project(lon, lat);
        return { rank, x, y };
      })}
      boundary={(drawn.area?.polygons ?? []).flatMap((polygon) => polygon.map(project))}
      lines={linesForMap(drawn.context, project)}
      polygons={polygonsForMap(drawn.context, project)}
      total={total.reduce((sum, count) => sum + count, 0)}
      tested={hot.tested}
      method={methodText(drawn, lang)}
      unit="cells"
    />,
    paper,
  );
}

function nullCaption(drawn: Drawn, lang: Language): string {
  return text(lang, 'figures.hotPlacesCaption', {
    null: nullText(lang, drawn),
    statistic: drawn.hot.statistic,
  });
}

/** The words of the texts for a correction. */
const CORRECTION_WORDS: Record<string, string> = {
  'benjamini-hochberg': 'bh',
  'benjamini-yekutieli': 'by',
  holm: 'holm',
  bonferroni: 'bonferroni',
};

/** Statistic, inference and correction in words. */
export function methodText({ hot }: Pick<Drawn, 'hot'>, lang: Language): string {
  return text(lang, 'figures.method', {
    statistic: hot.statistic === 'gi-star' ? 'Gi*' : 'Gi',
    inference: hot.inference,
    correction: CORRECTION_WORDS[hot.correction],
  });
}

function linesForMap(context: readonly Feature[], project: (line: Position[]) => Float64Array): MapLine[] {
  return context.flatMap((feature) =>
    linesOf(feature).map((line) => ({ coordinates: project(line), kind: lineKind(feature) })),
  );
}

function lineKind(feature: Feature): MapLine['kind'] {
  const { class: streetClass, kind } = feature.properties ?? {};
  if (kind === 'river' || kind === 'rail') return kind;
  return streetClass === 'main' ? 'main' : 'street';
}

function polygonsForMap(
  context: readonly Feature[],
  project: (ring: Position[]) => Float64Array,
): MapPolygon[] {
  return context.flatMap((feature) => {
    const { geometry, properties } = feature;
    const polygons =
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [];
    const kind = properties?.kind === 'river' || properties?.kind === 'water' ? 'water' : 'district';
    return polygons.map((rings) => ({ rings: rings.map(project), kind }) as MapPolygon);
  });
}
