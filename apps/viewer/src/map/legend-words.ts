import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ChangeSplit, Layer } from '../state/view-state.ts';
import { capitalised } from '../ui/words.ts';
import type { LayerAnswer } from '../worker/layers.ts';
import type { Answer, BundleFacts } from '../worker/types.ts';

/** What the colours are, with their unit. */
export function legendTitle(lang: Language, layer: Layer, facts: BundleFacts): string {
  switch (layer) {
    case 'hot':
      return text(lang, 'viewer.hotPlacesLegend', {
        statistic: facts.statistic === 'gi-star' ? 'Gi*' : 'Gi',
      });
    case 'density':
      return text(lang, 'viewer.densityLegend');
    case 'counts':
      return text(lang, 'layers.countsLegend', {
        area: formatNumber(lang, facts.cellKm2, { significant: 2 }),
      });
    case 'set':
      return text(lang, 'layers.setLegend');
    case 'change':
      return text(lang, 'layers.changeLegend');
  }
}

/** How it was computed, and what was left out. */
export function methodLines(
  lang: Language,
  layer: Layer,
  facts: BundleFacts,
  answer: Answer,
  found: LayerAnswer | undefined,
): string[] {
  if (layer === 'hot') {
    return [
      text(lang, 'viewer.methodLegend', {
        inference: facts.inference,
        correction: facts.correction,
        n: formatInteger(lang, answer.tested),
      }),
    ];
  }
  if (layer === 'density') {
    const bandwidth = text(lang, 'viewer.bandwidth', { n: formatInteger(lang, facts.bandwidth) });
    return [`${capitalised(bandwidth)}. ${text(lang, 'viewer.densityNote')}`];
  }
  if (found?.layer === 'counts') {
    const method = found.isOfMonth ? 'time.countsMethod' : 'layers.countsMethod';
    return [text(lang, method, { most: formatInteger(lang, found.most) })];
  }
  return found?.layer === 'change' ? changeLines(lang, found) : [];
}

function changeLines(
  lang: Language,
  { periods, totals, neither, test }: Extract<LayerAnswer, { layer: 'change' }>,
): string[] {
  if (!periods || !test) return [];
  const [before, after] = periods.map(spanText);
  const method =
    test.tested === 0
      ? text(lang, 'layers.changeNoTest')
      : text(lang, 'layers.changeMethod', {
          level: formatNumber(lang, test.level),
          tested: formatInteger(lang, test.tested),
          correlation: formatNumber(lang, test.correlation, { significant: 2 }),
        });
  const left = neither > 0 ? [text(lang, 'layers.changeNeither', { n: formatInteger(lang, neither) })] : [];
  const [nBefore, nAfter] = totals.map((n) => formatInteger(lang, n));
  return [
    [text(lang, 'layers.changeTotals', { before, after, nBefore, nAfter }), ...left].join('. '),
    method,
  ];
}

/** "2019–2022", or one year. */
const spanText = ([from, to]: readonly [number, number]): string =>
  from === to ? String(from) : `${from}–${to}`;

/** The periods that each way of parting the years of the question would compare. */
export function splitText(lang: Language, years: readonly number[], split: ChangeSplit): string {
  const half = split === 'last' ? years.length - 1 : Math.floor(years.length / 2);
  const after = split === 'last' ? 1 : half;
  const span = (part: readonly number[]): string => spanText([part[0], part[part.length - 1]]);
  return text(lang, 'layers.periodsLast', {
    before: span(years.slice(0, half)),
    after: span(years.slice(years.length - after)),
  });
}
