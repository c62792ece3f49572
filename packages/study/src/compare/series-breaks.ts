import { offenceGroups, seriesBreaks } from '@oryn/datasets';
import { groupOfLabel } from '@oryn/ingest';
import { languages, text } from '@oryn/language';
import type { Names } from '../naming/names.ts';
import type { ComparedCity } from './compared-city.ts';

/** What makes the counts before and after a month different things. */
export interface AppliedBreak {
  /** First month of the new state, `YYYY-MM`. */
  month: string;
  kind: 'pandemic' | 'law';
  name: Names;
  /** False where the month or the law must be checked before it is quoted. */
  certain: boolean;
  source: string;
}

/** The world over: restrictions changed where people were, what could be done and what was reported. */
const PANDEMIC_MONTH = '2020-03';

/**
 * Every break between the first month of one year and the last of another that touches an offence group: the
 * restrictions of 2020 everywhere, the changes of the law in Kazakhstan. An offence that cannot be told by its article
 * gets all of them: which ones touch it is for the reader to say.
 *
 * @param offence a category label; undefined for all of the city
 */
export function breaksBetween(
  city: Pick<ComparedCity, 'catalogueId' | 'offences' | 'bundle'>,
  offence: string | undefined,
  fromYear: number,
  toYear: number,
): AppliedBreak[] {
  const isBetween = (month: string): boolean => month > `${fromYear}-01` && month <= `${toYear}-12`;
  const breaks: AppliedBreak[] = [];
  if (isBetween(PANDEMIC_MONTH)) {
    breaks.push({ month: PANDEMIC_MONTH, kind: 'pandemic', name: pandemicName, certain: true, source: '' });
  }
  // The law of offences says nothing about road accidents.
  if (city.catalogueId === undefined || city.bundle.manifest.subject === 'road-accidents') return breaks;
  const labels = offence === undefined ? city.offences.map(({ label }) => label) : [offence];
  const known = labels.map(articlesOf);
  for (const { month, articles, name, certain, source } of seriesBreaks) {
    if (!isBetween(month)) continue;
    const touches = known.some(
      (own) => own === undefined || articles.some((article) => own.has(article.split('/')[0])),
    );
    if (touches) breaks.push({ month, kind: 'law', name: { ...name }, certain, source });
  }
  return breaks.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

const pandemicName = Object.fromEntries(
  languages.map((lang) => [lang, text(lang, 'compare.break.pandemic')]),
) as unknown as Names;

/** Articles of an offence group by the codes of the official layer, 1881 being article 188-1; undefined for a text of the user's own. */
function articlesOf(label: string): Set<string> | undefined {
  const id = groupOfLabel(label);
  const codes =
    offenceGroups.find((group) => group.id === id)?.crimeCodes ?? (/^\d{4}$/.test(id) ? [id] : []);
  if (codes.length === 0) return undefined;
  return new Set(
    codes.map((code) => {
      const article = String(Number(code.slice(0, -1)));
      const suffix = code.slice(-1);
      return suffix === '0' ? article : `${article}-${suffix}`;
    }),
  );
}
