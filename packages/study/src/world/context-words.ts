import { formatPeriod, type Language, text } from '@oryn/language';
import type { ContextNote, ContextRow } from './context-row.ts';
import type { ContextTable } from './national-context.ts';

/** What a reader must know of a number, in words. */
export function contextNoteText(lang: Language, note: ContextNote): string {
  return text(lang, `concentration.world.note.${note}`);
}

/** The period of a number in words; one that the source does not date stays as vague as it is. */
export function contextPeriodText(lang: Language, { period, from, to }: ContextRow): string {
  if (from !== '') return formatPeriod(lang, from, to);
  const vague = /^(about|end of) (\d{4})$/.exec(period);
  if (!vague) return /\d{4}/.exec(period)?.[0] ?? '–';
  const when = vague[1] === 'about' ? 'about' : 'end';
  return text(lang, 'concentration.world.vague', { when, year: vague[2]! });
}

/** The unit of a number in words; '' for a percentage, whose sign stands with it. */
export function contextUnitText(lang: Language, { unit }: ContextRow): string {
  return text(lang, 'concentration.world.unitOf', { unit: UNIT_WORDS[unit] });
}

const UNIT_WORDS: Readonly<Record<ContextRow['unit'], string>> = {
  offences: 'offences',
  crimes: 'crimes',
  records: 'records',
  people: 'people',
  percent: 'percent',
  'billion tenge': 'tenge',
  'per 10,000 people': 'rate',
};

/** Which years and definitions of the context do not match the study, in sentences; none without context. */
export function contextSentences(lang: Language, { rows, missing }: ContextTable): string[] {
  if (rows.length === 0) return [];
  const has = (section: ContextRow['section'], note?: ContextNote): boolean =>
    rows.some((row) => row.section === section && (note === undefined || row.notes.includes(note)));
  return [
    text(lang, 'concentration.world.context.definition'),
    ...(missing.length > 0
      ? [text(lang, 'concentration.world.context.missing', { list: missingText(lang, missing) })]
      : []),
    ...(has('registered', 'part-of-year') ? [text(lang, 'concentration.world.context.part')] : []),
    ...(has('population', 'other-year') ? [text(lang, 'concentration.world.context.population')] : []),
    ...(has('registered', 'region') ? [text(lang, 'concentration.world.context.region')] : []),
    ...(has('confidence') ? [text(lang, 'concentration.world.context.confidence')] : []),
    ...(has('published') ? [text(lang, 'concentration.world.context.published')] : []),
  ];
}

/** `Almaty: 2019, 2020; Astana: 2021`. */
function missingText(lang: Language, missing: ContextTable['missing']): string {
  const years = new Map<string, number[]>();
  for (const { name, year } of missing) years.set(name[lang], [...(years.get(name[lang]) ?? []), year]);
  return [...years].map(([name, list]) => `${name}: ${list.join(', ')}`).join('; ');
}
