import { compareDensities, contourPolygons, kernelSurface, meters } from '@oryn/core';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { DualDensityMap, type DualDensityMapProps, paperStyles } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleMap } from '../example-props.ts';
import { exampleBounds, examplePoints, exampleRings } from './density.tsx';

const TIMES = [1.5, 2, 4];
const CATEGORY = { kk: 'Ұрлық', ru: 'Кража', en: 'Theft' };
const LEAST = 4;

/** A category of the invented city that is more common in its east, beside the others, in a language. */
export function exampleDualDensity(
  lang: Language,
  change: Partial<DualDensityMapProps> = {},
): DualDensityMapProps {
  const category = CATEGORY[lang];
  const first = examplePoints((n, x) => (x > 500_500 ? 0.8 : 0.25) * n);
  const second = examplePoints((n, x) => (x > 500_500 ? 0.35 : 0.6) * n);
  const options = { kernel: 'quartic', bandwidth: meters(900), cellSize: meters(150) } as const;
  const compared = compareDensities(first, second, exampleBounds, { ...options, comparison: 'log-ratio' });
  const turned = { ...compared, values: compared.values.map((value) => -value) };
  const together = kernelSurface(examplePoints(), exampleBounds, options);
  const rings = (surface: typeof compared, times: number) =>
    exampleRings(contourPolygons(surface, Math.log(times)));
  const number = (n: number) => formatNumber(lang, n);
  const side = (amounts: readonly number[]) =>
    TIMES.map((from, i) => ({
      label:
        i === TIMES.length - 1
          ? text(lang, 'figures.timesFrom', { n: number(from) })
          : text(lang, 'figures.timesFromTo', { from: number(from), to: number(TIMES[i + 1]!) }),
      amount: number(amounts[i]!),
    }));
  const { places, problemPlaces, ...map } = exampleMap(lang);
  return {
    ...map,
    title: text(lang, 'figures.dualTitleDiffers', { category }),
    caption: text(lang, 'figures.dualShares'),
    shown: exampleRings(contourPolygons(together, LEAST)),
    more: TIMES.map((times) => rings(compared, times)),
    fewer: TIMES.map((times) => rings(turned, times)),
    tolerance: { more: rings(compared, 1.8), fewer: rings(turned, 1.8) },
    legend: {
      heading: text(lang, 'figures.dualHeading'),
      notes: [
        text(lang, 'figures.densityKernel', { kernel: 'quartic', bandwidth: '900', rule: 'scott' }),
        text(lang, 'figures.densityGrid', { cell: '150', edge: 'none' }),
      ],
      amounts: text(lang, 'figures.km2'),
      more: { heading: text(lang, 'figures.dualMore', { category }), classes: side([21.3, 30.4, 4.2]) },
      fewer: { heading: text(lang, 'figures.dualFewer', { category }), classes: side([18.7, 25.1, 2.9]) },
      middle: { label: text(lang, 'figures.timesUnder', { n: number(1.5) }), amount: number(40.6) },
      blank: { label: text(lang, 'figures.dualBlank'), amount: number(147) },
      lines: {
        more: { label: text(lang, 'figures.dualLineMore', { p: number(0.05) }), amount: '' },
        fewer: { label: text(lang, 'figures.dualLineFewer', { p: number(0.05) }), amount: '' },
      },
      totals: [
        text(lang, 'figures.dualFirst', { category, n: formatInteger(lang, first.x.length) }),
        text(lang, 'figures.dualSecond', { n: formatInteger(lang, second.x.length) }),
      ],
    },
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  {
    name: 'dual-density',
    draw: (lang) => <DualDensityMap {...exampleDualDensity(lang, { widthMm: 174 })} />,
  },
  {
    name: 'dual-density-column',
    draw: (lang) => <DualDensityMap {...exampleDualDensity(lang, { widthMm: 85, simulated: false })} />,
  },
  {
    name: 'dual-density-grey',
    draw: (lang) => <DualDensityMap {...exampleDualDensity(lang, { simulated: false })} />,
    paper: paperStyles['two-column'],
    isGrey: true,
  },
];
