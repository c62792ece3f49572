import { sumByPlace } from '@oryn/core';
import type { Paper } from '@oryn/figures';
import { formatInteger, formatPercent, type Language, text } from '@oryn/language';
import { categoryName } from '../quality/words.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { type PanelCounts, panelMaps } from './map-panels.tsx';
import { notPossible } from './not-possible.ts';

const MOST_OFFENCES = 9;

/** One map for each of the nine offences with most incidents, in one scale and the same classes. */
export function offencesMapsFigure(
  drawn: Drawn,
  lang: Language,
  paper: Paper,
  choices: FigureChoices,
): string {
  const offences = offenceCounts(drawn, lang);
  if (offences.length < 2) throw notPossible('offences-maps', 'noSecondCategory');
  const [largest] = offences;
  const all = offences.reduce((sum, { total }) => sum + total, 0);
  const others = offences.slice(MOST_OFFENCES);
  const list = others.map(({ name, total }) => `${name} – ${formatInteger(lang, total)}`).join('; ');
  return panelMaps(drawn, lang, paper, choices, {
    title: text(lang, 'figures.offencesMapsTitle', {
      name: largest!.name,
      share: formatPercent(lang, largest!.total / all),
    }),
    panels: offences.slice(0, MOST_OFFENCES),
    notes: [
      text(lang, 'figures.panelsScale'),
      ...(others.length > 0 ? [text(lang, 'figures.panelsOtherOffences', { list })] : []),
    ],
  });
}

interface OffenceCounts extends PanelCounts {
  readonly total: number;
}

/** The analysed categories that have an incident, the largest first; those of one name are one. */
function offenceCounts({ tally, places, analysed, incidents }: Drawn, lang: Language): OffenceCounts[] {
  const { labels } = incidents.category;
  const codesOf = new Map<string, number[]>();
  labels.forEach((label, code) => {
    if (analysed[code] !== 1) return;
    const name = categoryName(lang, label);
    codesOf.set(name, [...(codesOf.get(name) ?? []), code]);
  });
  return [...codesOf]
    .map(([name, codes]) => {
      const categories = Uint8Array.from(labels, (_, code) => (codes.includes(code) ? 1 : 0));
      const counts = sumByPlace(tally, places.count, { categories });
      return { name, counts, total: counts.reduce((sum, n) => sum + n, 0) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
