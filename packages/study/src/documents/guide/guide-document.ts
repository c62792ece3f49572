import { type Language, text } from '@oryn/language';
import type { Block, ReportDocument } from '../blocks.ts';
import { Citations, referenceText } from '../references.ts';
import type { GuideSection } from './guide-section.ts';
import { KAZAKH } from './kazakh.ts';
import { RUSSIAN } from './russian.ts';

/** Languages the guide is written in: of those for whom nothing of the kind exists in their own. */
export const GUIDE_LANGUAGES = ['kk', 'ru'] as const;
export type GuideLanguage = (typeof GUIDE_LANGUAGES)[number];

const SECTIONS: Record<GuideLanguage, readonly GuideSection[]> = { kk: KAZAKH, ru: RUSSIAN };

/** The key of a work, in brackets. */
const CITED = /\[([a-z]+-\d{4})\]/g;

/** What the microgeography of offences measures, how, and with which sources. */
export function guideDocument(lang: GuideLanguage): ReportDocument {
  const citations = new Citations();
  const blocks = SECTIONS[lang].flatMap(({ title, parts }, i): Block[] => [
    { kind: 'heading', level: 1, text: `${i + 1}. ${title}` },
    ...parts.map((part): Block => {
      if (typeof part !== 'string') return { kind: 'code', text: part.formula };
      return { kind: 'paragraph', text: part.replaceAll(CITED, (_, key: string) => citations.cite(key)) };
    }),
  ]);
  return {
    lang,
    title: text(lang, 'report.guideTitle'),
    simulated: false,
    blocks: [
      ...blocks,
      { kind: 'heading', level: 1, text: text(lang, 'report.references') },
      { kind: 'list', items: citations.works().map((work, i) => `${i + 1}. ${referenceText(lang, work)}`) },
    ],
  };
}

export function hasGuide(lang: Language): lang is GuideLanguage {
  return (GUIDE_LANGUAGES as readonly string[]).includes(lang);
}
