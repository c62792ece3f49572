import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import { ChangeMap, type ChangeMapProps, divergingClass, paperStyles } from '../../src/index.ts';
import type { FigureExample } from '../example.ts';
import { exampleMap } from '../example-props.ts';

const LIMITS = [2, 5, 10];

/** A change of the invented city between two years that is made up by rule, in a language. */
export function exampleChange(lang: Language, change: Partial<ChangeMapProps> = {}): ChangeMapProps {
  const { places, problemPlaces, ...map } = exampleMap(lang);
  const value = Float64Array.from({ length: places.count }, (_, i) => {
    const n = places.n[i]!;
    return n === 0 ? Number.NaN : Math.round(n * Math.sin(places.rings(i)[0]! / 1500) * 0.9);
  });
  const direction = Int8Array.from(value, (d) => (d >= 12 ? 1 : d <= -12 ? -1 : 0));
  const cells = (passes: (i: number) => boolean) =>
    formatInteger(lang, Array.from(value.keys()).filter(passes).length);
  const inClass = (group: number) =>
    cells((i) => !Number.isNaN(value[i]!) && divergingClass(value[i]!, LIMITS) === group);
  const [first, second] = ['2019', '2023'];
  const marked = (sign: number) => cells((i) => direction[i] === sign);
  return {
    ...map,
    title: text(lang, 'figures.changeTitle', { first, second, more: marked(1), fewer: marked(-1) }),
    caption: text(lang, 'figures.changeTest', {
      level: formatNumber(lang, 0.05),
      least: '6',
      tested: formatInteger(lang, 1012),
      correlation: formatNumber(lang, 0.031),
    }),
    places: { count: places.count, rings: places.rings, value, direction },
    limits: LIMITS,
    legend: {
      heading: text(lang, 'figures.changeHeading'),
      notes: [
        text(lang, 'figures.changeOf', { first, second }),
        text(lang, 'figures.changeCity', {
          before: '4120',
          after: '4307',
          change: `+${formatPercent(lang, 0.045)}`,
        }),
      ],
      amounts: text(lang, 'figures.cellsHeading'),
      more: {
        heading: text(lang, 'figures.changeMore'),
        classes: [
          { label: '+2 … +4', amount: inClass(1) },
          { label: '+5 … +9', amount: inClass(2) },
          { label: text(lang, 'figures.classFrom', { n: '+10' }), amount: inClass(3) },
        ],
      },
      fewer: {
        heading: text(lang, 'figures.changeFewer'),
        classes: [
          { label: '−2 … −4', amount: inClass(-1) },
          { label: '−5 … −9', amount: inClass(-2) },
          { label: text(lang, 'figures.classTo', { n: '−10' }), amount: inClass(-3) },
        ],
      },
      middle: { label: '−1 … +1', amount: inClass(0) },
      blank: { label: text(lang, 'figures.emptyPlaces'), amount: cells((i) => Number.isNaN(value[i]!)) },
      lines: {
        more: { label: text(lang, 'figures.changeLineMore'), amount: marked(1) },
        fewer: { label: text(lang, 'figures.changeLineFewer'), amount: marked(-1) },
      },
      totals: [
        text(lang, 'figures.changePeriod', { period: first, n: formatInteger(lang, 4120) }),
        text(lang, 'figures.changePeriod', { period: second, n: formatInteger(lang, 4307) }),
      ],
    },
    ...change,
  };
}

export const examples: readonly FigureExample[] = [
  { name: 'change', draw: (lang) => <ChangeMap {...exampleChange(lang, { widthMm: 174 })} /> },
  {
    name: 'change-column',
    draw: (lang) => <ChangeMap {...exampleChange(lang, { widthMm: 85, simulated: false })} />,
  },
  {
    name: 'change-grey',
    draw: (lang) => <ChangeMap {...exampleChange(lang, { simulated: false })} />,
    paper: paperStyles['two-column'],
    isGrey: true,
  },
];
