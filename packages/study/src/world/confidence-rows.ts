import {
  type Names,
  publicConfidence,
  publishedResults,
  resultMeasures,
  surveyAnswers,
  surveyQuestions,
} from '@oryn/datasets';
import { type ContextRow, type DaySpan, periodNotes } from './context-row.ts';

/** The answer shown of each question about the police or safety. */
const SHOWN: Readonly<Record<string, string>> = {
  police: 'fully-agree',
  'internal-affairs': 'fully',
  'police-about-2021': 'fully',
  'safety-home': 'completely-safe',
  'security-country': 'quite-satisfactory',
  reported: 'reported',
};

/** Trust, feeling of safety and reporting to the police, of the whole country, wave by wave. */
export function confidenceRows(country: Names, asked: DaySpan): ContextRow[] {
  const surveys = publicConfidence
    .filter(({ question, answer }) => SHOWN[question] === answer)
    .map(
      ({ wave, question, answer, percent, source }): ContextRow => ({
        ...base(country),
        measure: joined(nameOf(surveyQuestions, question), nameOf(surveyAnswers, answer)),
        measureId: question,
        value: percent,
        period: wave.text,
        from: wave.from ?? '',
        to: wave.to ?? '',
        source,
        notes: notesOf(periodNotes(wave, asked)),
      }),
    );
  const printed = publishedResults
    .filter(({ geographies, number }) => number !== undefined && geographies.includes('kz'))
    .map(
      ({ measure, number, period, source }): ContextRow => ({
        ...base(country),
        measure: nameOf(resultMeasures, measure!),
        measureId: measure!,
        value: number!,
        period: period.text,
        from: period.from ?? '',
        to: period.to ?? '',
        source,
        notes: notesOf(periodNotes(period, asked)),
      }),
    );
  return [...surveys, ...printed].sort((a, b) =>
    a.period.match(/\d{4}/)![0] < b.period.match(/\d{4}/)![0] ? -1 : 1,
  );
}

function base(country: Names): Pick<ContextRow, 'section' | 'geography' | 'name' | 'unit'> {
  return { section: 'confidence', geography: 'kz', name: country, unit: 'percent' };
}

/** A wave is always a part of a year; that it is of the country is what a reader must know. */
function notesOf(notes: ContextRow['notes']): ContextRow['notes'] {
  return [...notes.filter((note) => note !== 'part-of-year'), 'country'];
}

function nameOf(list: readonly { id: string; name: Names }[], id: string): Names {
  return list.find((entry) => entry.id === id)!.name;
}

function joined(question: Names, answer: Names): Names {
  return {
    kk: `${question.kk}: ${answer.kk}`,
    ru: `${question.ru}: ${answer.ru}`,
    en: `${question.en}: ${answer.en}`,
  };
}
