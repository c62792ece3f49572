import type { Concentration, ConcentrationShare, HexagonPlaces, Places } from '@oryn/core';
import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { DenominatorReport } from '../concentration/concentration-report.ts';
import { statedChanceShare } from '../concentration/stated-chance.ts';
import type { UnitFacts } from '../concentration/unit-facts.ts';
import type { Study } from '../definition/schema.ts';
import type { Findings } from '../evaluate/evaluate.ts';
import type { Exposure } from '../evaluate/exposure.ts';

/** What a sentence about concentration has to know. */
export type Described = Pick<Findings, 'maskKind' | 'subject'> & {
  report: { denominators: readonly Stated[] };
  places: { extent: Places['extent']; kind?: Places['kind'] };
};

/** A denominator with the chance that is stated of it. */
type Stated = Pick<DenominatorReport, 'over' | 'chance'>;

/** The word for a denominator in the catalogue's selections. */
export function denominatorWord(
  over: Pick<Concentration, 'denominator'>,
  maskKind: Findings['maskKind'],
): string {
  switch (over.denominator) {
    case 'mask':
      return maskKind === 'streets' ? 'streets' : 'mask';
    case 'occupied-neighbourhood':
      return 'occupied';
    default:
      return over.denominator;
  }
}

/** The word for the denominator in the hot-place sentence. */
export function hotDenominator(found: Pick<Findings, 'concentration' | 'maskKind'>): string {
  return denominatorWord(found.concentration[0], found.maskKind);
}

/** The null behind the expectation of a problem place: in proportion to an exposure where there is one. */
export function expectedNullText(
  lang: Language,
  described: Pick<Described, 'maskKind' | 'places'> & {
    exposure?: Pick<Exposure, 'kind' | 'column'> | null | undefined;
  },
): string {
  const { exposure } = described;
  switch (exposure?.kind) {
    case 'people':
      return text(lang, 'statements.evenExposure', { column: exposure.column ?? '' });
    case 'length':
      return text(lang, 'statements.evenLength');
    case 'area':
      return text(lang, 'statements.evenKm2');
    default:
      return nullText(lang, described);
  }
}

/** The null behind an expectation, in words: spread evenly over which places. */
export function nullText(lang: Language, described: Pick<Described, 'maskKind' | 'places'>): string {
  if (described.maskKind === 'streets') return text(lang, 'statements.evenStreets');
  if (described.maskKind === 'mask') return text(lang, 'statements.evenMask');
  switch (described.places.extent) {
    case 'area':
      return text(lang, 'statements.evenArea');
    case 'file':
      return text(lang, 'statements.evenFile');
    default:
      return text(lang, 'statements.evenOccupied');
  }
}

export interface ConcentrationStatement {
  /** Share for half of the incidents over the headline denominator; undefined where there is no headline. */
  headline: { share: number; over: Concentration } | undefined;
  sentences: string[];
}

/**
 * The concentration in sentences: each share with its denominator and with what chance would give. Over a
 * mask there is a headline; without one there is none, and the denominators stand side by side.
 */
export function concentrationStatement(lang: Language, described: Described): ConcentrationStatement {
  const { report, maskKind, subject, places } = described;
  const { denominators } = report;
  const [stated] = denominators;
  if (!stated || stated.over.incidents === 0)
    return { headline: undefined, sentences: [text(lang, 'viewer.noResults')] };
  const kind = places.kind ?? 'h3';
  const { before, others, after } = denominatorNotes(lang, { denominators, maskKind, subject, kind });
  const { over: first } = stated;
  const half = halfOf(first);
  const expected = statedChanceShare(stated, half.percent);
  const sentence = text(lang, 'statements.half', {
    subject: subject === 'road-accidents' ? 'accidents' : 'incidents',
    unit: UNIT_WORDS[kind],
    denominator: denominatorWord(first, maskKind),
    share: formatPercent(lang, half.share),
    k: formatInteger(lang, half.k),
    n: formatInteger(lang, first.places),
    expected: formatPercent(lang, expected),
  });
  const likeChance = half.share >= expected ? [text(lang, 'statements.likeChance')] : [];
  return {
    headline: first.denominator === 'mask' ? { share: half.share, over: first } : undefined,
    sentences: [...before, sentence, ...others, ...likeChance, ...after],
  };
}

/** What stands around the share over the first denominator, whoever states it. */
export interface DenominatorNotes {
  /** What the places are not. */
  before: string[];
  /** The share over each other denominator. */
  others: string[];
  after: string[];
}

/** @param described its first denominator is the one spoken of */
export function denominatorNotes(
  lang: Language,
  described: Pick<Described, 'maskKind' | 'subject'> & {
    denominators: readonly Stated[];
    kind: UnitFacts['kind'];
  },
): DenominatorNotes {
  const { denominators, maskKind, subject, kind } = described;
  const [first, ...rest] = denominators;
  const notes: DenominatorNotes = { before: [], others: [], after: [] };
  if (first.over.incidents === 0) return notes;
  const has = (name: Concentration['denominator']): boolean =>
    denominators.some(({ over }) => over.denominator === name);
  // Street segments are where incidents are possible: their share is the headline.
  if (!has('mask') && kind !== 'segments' && (has('area') || has('file')))
    notes.before.push(text(lang, 'statements.noHeadline'));
  if (has('occupied-neighbourhood')) {
    notes.before.push(text(lang, 'statements.occupied'));
    notes.after.push(text(lang, 'statements.occupiedWarning'));
  }
  for (const entry of rest) {
    notes.others.push(
      text(lang, 'statements.secondDenominator', {
        denominator: denominatorWord(entry.over, maskKind),
        share: formatPercent(lang, halfOf(entry.over).share),
        expected: formatPercent(lang, statedChanceShare(entry, 50)),
      }),
    );
  }
  if (kind === 'address') notes.after.push(text(lang, 'choices.reason.unitAddress'));
  if (subject === 'road-accidents') notes.after.push(text(lang, 'statements.notCrime'));
  return notes;
}

const UNIT_WORDS = {
  h3: 'cells',
  squares: 'squares',
  polygons: 'other',
  segments: 'segments',
  address: 'addresses',
} as const;

export function halfOf(over: Concentration): ConcentrationShare {
  return over.shares.find((share) => share.percent === 50)!;
}

/** What a reader must know before using the result, in sentences. */
export function warnings(
  lang: Language,
  found: { places: Pick<HexagonPlaces, 'resolution' | 'areaKm2'>; study: Pick<Study, 'maxCells'> },
): string[] {
  const { resolution, areaKm2 } = found.places;
  if (resolution > 8 || (found.study.maxCells ?? 1) > 1) return [];
  return [
    text(lang, 'statements.coarseCells', {
      resolution: String(resolution),
      area: formatNumber(lang, areaKm2[0], { significant: 2 }),
    }),
  ];
}
