import content from './content/kz-public-confidence.json' with { type: 'json' };
import type { Names } from './names.ts';
import { type PublishedPeriod, publishedPeriod } from './published-period.ts';

/** A question of a survey, or an answer to one. */
export interface SurveyText {
  readonly id: string;
  readonly name: Names;
  /** How the source words it. */
  readonly published: string;
}

/** The share of the people asked in one wave who gave one answer. */
export interface PublicConfidence {
  readonly wave: PublishedPeriod;
  readonly question: string;
  readonly answer: string;
  readonly percent: number;
  readonly source: string;
}

export const surveyQuestions: readonly SurveyText[] = content.questions;
export const surveyAnswers: readonly SurveyText[] = content.answers;

const sources: Readonly<Record<string, string>> = content.sources;

/**
 * Trust and feeling of safety in Kazakhstan, by wave. The questions of 2020, of about 2021 and of 2024 are
 * worded differently: they stand beside each other and make no series.
 */
export const publicConfidence: readonly PublicConfidence[] = content.rows.map((row) => ({
  ...row,
  wave: publishedPeriod(row.wave),
  source: sources[row.source]!,
}));
