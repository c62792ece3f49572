import type { Concentration, ConcentrationShare, HexagonPlaces, Places } from '@oryn/core';
import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { Study } from '../definition/schema.ts';
import type { Analysis } from '../evaluate/analyse.ts';
import type { Findings } from '../evaluate/evaluate.ts';
import type { Exposure } from '../evaluate/exposure.ts';

/** What a sentence about concentration has to know; a filter of the viewer has it as well as a study. */
export type Described = Pick<Analysis, 'concentration'> &
  Pick<Findings, 'maskKind' | 'subject'> & {
    places: { extent: Places['extent']; kind?: Places['kind'] };
  };

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
  const { concentration, maskKind, subject } = described;
  const words = subject === 'road-accidents' ? 'accidents' : 'incidents';
  const over = (name: Concentration['denominator']): Concentration | undefined =>
    concentration.find((entry) => entry.denominator === name);
  const mask = over('mask');
  const base = over('area') ?? over('file') ?? over('occupied-neighbourhood');
  const any = over('any');
  const first = mask ?? base ?? any;
  const sentences: string[] = [];
  if (!first || first.incidents === 0)
    return { headline: undefined, sentences: [text(lang, 'viewer.noResults')] };
  if (!mask && base && base.denominator !== 'occupied-neighbourhood')
    sentences.push(text(lang, 'statements.noHeadline'));
  if (base?.denominator === 'occupied-neighbourhood') sentences.push(text(lang, 'statements.occupied'));
  const half = halfOf(first);
  sentences.push(
    text(lang, 'statements.half', {
      subject: words,
      unit: UNIT_WORDS[described.places.kind ?? 'h3'],
      denominator: denominatorWord(first, maskKind),
      share: formatPercent(lang, half.share),
      k: formatInteger(lang, half.k),
      n: formatInteger(lang, first.places),
      expected: formatPercent(lang, half.expectedShare),
    }),
  );
  for (const entry of [mask ? base : undefined, any]) {
    if (!entry || entry === first) continue;
    const share = halfOf(entry);
    sentences.push(
      text(lang, 'statements.secondDenominator', {
        denominator: denominatorWord(entry, maskKind),
        share: formatPercent(lang, share.share),
        expected: formatPercent(lang, share.expectedShare),
      }),
    );
  }
  if (half.interpolatedShare >= half.expectedShare) sentences.push(text(lang, 'statements.likeChance'));
  if (base?.denominator === 'occupied-neighbourhood')
    sentences.push(text(lang, 'statements.occupiedWarning'));
  if (described.places.kind === 'address') sentences.push(text(lang, 'choices.reason.unitAddress'));
  if (subject === 'road-accidents') sentences.push(text(lang, 'statements.notCrime'));
  return { headline: mask && { share: half.share, over: mask }, sentences };
}

const UNIT_WORDS = { h3: 'cells', polygons: 'other', segments: 'segments', address: 'addresses' } as const;

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
