import {
  CLASS_OUTLINE_WIDTH,
  type ClassCounts,
  classStyle,
  countClasses,
  palette,
  type SignificantClass,
  significantClasses,
} from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { Drawn } from '../figures/drawn.ts';
import { methodText } from '../figures/figure-words.ts';
import {
  fillLayer,
  POLYGONS,
  type Rule,
  renderer,
  ruleRenderer,
  simulatedRule,
  styleDocument,
} from './qml.ts';

/** Style of the places: the classes, counts and words of the map of hot places. */
export function placesQml(drawn: Drawn, lang: Language): string {
  const counts = countClasses({ n: drawn.n, hotClass: drawn.hot.hotClass, count: drawn.places.count });
  const rules = [...simulatedRule(drawn.simulated, lang), ...classRules(drawn, counts, lang)];
  return styleDocument(merged(ruleRenderer(rules)), POLYGONS);
}

/** Neighbours of one class as one shape with one outline, the strongest class on top. */
function merged(rules: string): string {
  const weakestFirst = [...significantClasses].reverse().map((name) => `'${name}'`);
  const order = `array_find(array(${weakestFirst.join(',')}),coalesce("gi_class",''))`;
  return renderer('mergedFeatureRenderer', order, rules);
}

/** As the legend of the figure: the classes of hot places, of cold ones where there are any, the rest. */
function classRules(drawn: Drawn, counts: ClassCounts, lang: Language): Rule[] {
  const side = (name: 'hot' | 'cold'): SignificantClass[] =>
    significantClasses.filter((found) => found.startsWith(name));
  const cold = side('cold').filter((name) => (counts[name] ?? 0) > 0);
  const amount = (label: string, n: number): string => `${label}: ${formatInteger(lang, n)}`;
  const significant = (name: SignificantClass): Rule => {
    const { fill, outline, q } = classStyle[name];
    const stroke = { stroke: outline, strokeWidth: CLASS_OUTLINE_WIDTH };
    return {
      key: name,
      label: amount(
        text(lang, 'figures.classQ', { q: formatNumber(lang, q, { decimals: 2 }) }),
        counts[name] ?? 0,
      ),
      filter: `"gi_class" = '${name}'`,
      symbol: { type: 'fill', layers: [fillLayer(fill, stroke)] },
    };
  };
  const quiet = (key: 'none' | 'untested', label: string, condition: string, fill: string): Rule => ({
    key,
    label: amount(label, counts[key] ?? 0),
    // A place without an incident is not drawn: it is ground.
    filter: `${condition} AND "n" > 0`,
    symbol: { type: 'fill', layers: [fillLayer(fill)] },
  });
  return [
    {
      key: 'hot',
      label: `${text(lang, 'figures.hotPlaces')} (${methodText(drawn, lang)})`,
      under: side('hot').map(significant),
    },
    ...(cold.length > 0
      ? [{ key: 'cold', label: text(lang, 'figures.coldPlacesLegend'), under: cold.map(significant) }]
      : []),
    quiet('none', text(lang, 'figures.notSignificant'), `"gi_class" = 'none'`, palette.quiet),
    ...((counts.untested ?? 0) > 0
      ? [quiet('untested', text(lang, 'figures.untested'), '"gi_class" IS NULL', palette.untested)]
      : []),
    { key: 'n', label: amountsText(drawn, lang) },
  ];
}

/** Incidents on the map and places tested. */
function amountsText({ n, inMask, hot: { tested } }: Drawn, lang: Language): string {
  let total = 0;
  for (let i = 0; i < n.length; i++) if (!inMask || inMask[i] === 1) total += n[i];
  const amount = (count: number) => ({ n: formatInteger(lang, count), count });
  return `${text(lang, 'figures.totalIncidents', amount(total))}; ${text(lang, 'figures.testedCells', amount(tested))}`;
}
