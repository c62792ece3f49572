import { formatNumber, type Language, text } from '@oryn/language';
import { adaptiveRuleOf } from '../definition/density-keys.ts';
import type { Drawn } from './drawn.ts';

/**
 * How the incidents were smoothed: kernel, bandwidth and the rule behind it, grid, edge correction. A study tells a number
 * of metres its author gave from the usual one no more, so none is said to be given.
 */
export function densityNotes({ study, choices }: Drawn, lang: Language, cellSize = study.cellSize): string[] {
  const chosen = choices.find(({ name }) => name === 'bandwidth');
  const adaptive = adaptiveRuleOf(study.adaptive);
  return [
    text(lang, 'figures.densityKernel', {
      kernel: study.kernel,
      bandwidth: formatNumber(lang, Number(study.bandwidth)),
      rule: chosen?.rule.split(':')[0] ?? 'none',
    }),
    ...(adaptive ? [text(lang, 'figures.densityAdaptive', { rule: adaptive.name })] : []),
    text(lang, 'figures.densityGrid', { cell: formatNumber(lang, cellSize), edge: study.edge }),
  ];
}
