import { renderSvg, ScaleChart, type ScalePoint } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import type { Study } from '../definition/schema.ts';
import { denominatorText, sourceOf, subjectText, titleOf } from '../figures/figure-words.ts';
import { nullText } from '../report/statements.ts';
import type { ScaleReport, ScaleRow } from './scale.ts';

/** The figure of the scales as SVG: one point per size, a dot per position of the grid. */
export function scaleFigure(report: ScaleReport, study: Study, lang: Language): string {
  const { rows, maskKind, extent, simulated, subject } = report;
  const sizes = [...new Set(rows.map(({ unit }) => unit.resolution ?? unit.sizeMeters))];
  const places = { maskKind, places: { extent } };
  return renderSvg(
    <ScaleChart
      lang={lang}
      title={text(lang, 'concentration.scale.title')}
      subtitle={subtitleOf(study, subject, lang)}
      sourceLine={sourceOf(study)}
      scales={sizes
        .map((size) => pointOf(rows.filter(({ unit }) => (unit.resolution ?? unit.sizeMeters) === size)))
        .sort((a, b) => a.areaKm2 - b.areaKm2)}
      unit={rows[0].unit.kind === 'squares' ? 'squares' : 'cells'}
      denominatorText={denominatorText(places, lang)}
      nullText={nullText(lang, places)}
      simulated={simulated}
    />,
  );
}

/** What the study calls itself, if it does, and what was counted. */
function subtitleOf(study: Study, subject: ScaleReport['subject'], lang: Language): string {
  const words = subjectText(subject, lang);
  return study.title === undefined ? words : `${titleOf(study, lang)} · ${words}`;
}

/** The rows of one size; area, places and incidents per place of the grid as it lies. */
function pointOf(rows: readonly ScaleRow[]): ScalePoint {
  const [{ unit, over, chance }] = rows;
  const half = (row: ScaleRow) => row.chance.shares.find(({ percent }) => percent === 50)!;
  return {
    areaKm2: unit.medianAreaKm2,
    places: over.places,
    incidentsPerPlace: over.incidentsPerPlace,
    shares: rows.map((row) => half(row).observed),
    expectedShare: half(rows[0]).mean,
    ginis: rows.map((row) => row.over.gini.gini),
    expectedGini: chance.gini.mean,
    nestedGinis: rows.map(({ nested }) => nested.mean),
  };
}
