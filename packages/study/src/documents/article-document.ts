import { type Language, languages, text } from '@oryn/language';
import { titleOf } from '../figures/figure-words.ts';
import { abstractOf, keywordsOf, resultSentences } from './abstract.ts';
import { type Article, nameIn } from './article.ts';
import type { ReportDocument } from './blocks.ts';
import { methodsParagraph } from './methods-paragraph.ts';
import { qualityItems } from './quality-items.ts';
import { referenceText } from './references.ts';
import {
  askedItems,
  limits,
  numbered,
  writeConcentration,
  writePlaces,
  writeVerdict,
} from './report-document.ts';
import type { ReportSource } from './report-source.ts';
import { accountTable } from './report-tables.ts';
import { romanisedReference } from './romanised.ts';
import { type ReportParts, Writer } from './writer.ts';

/** Room to fill in by hand what the article file does not say. */
const BLANK = '____________';

/**
 * The manuscript of an article as journals of Kazakhstan ask for it: codes, title, authors, abstract and key words, the
 * text by sections, both lists of literature, and the head again in the two other languages. What a bundle does not know
 * is of the author: the introduction, what others found, the discussion.
 */
export function articleDocument(
  source: ReportSource,
  lang: Language,
  article: Article,
  parts: ReportParts,
): ReportDocument {
  const write = new Writer(lang, parts);
  const { citations } = parts;
  for (const key of ['irsti', 'udc'] as const)
    write.top('code', `${text(lang, `report.${key}`)} ${article[key] ?? BLANK}`);
  writeFront(write, source, lang, article);
  write.head('report.articleIntroduction');
  write.say(
    text(lang, 'report.abstractAim', {
      subject: source.subject === 'road-accidents' ? 'accidents' : 'incidents',
    }),
  );
  write.head('report.articleMethods').list(askedItems(source, lang));
  write.announce([], 1).table(accountTable(source, lang)).list(qualityItems(source, lang));
  write.say(methodsParagraph(source, lang, citations)).head('report.results');
  writePlaces(write, source, lang);
  writeConcentration(write, source, lang);
  write.head('report.articleDiscussion');
  writeVerdict(write, source, lang, parts);
  write.say(limits(source, lang).join(' '));
  write.head('report.articleConclusion').say(resultSentences(source, lang).join(' '));
  if (article.funding) write.head('report.articleFunding').say(nameIn(lang, article.funding));
  write.head('report.articleReferences').list(numbered(citations, (work) => referenceText(lang, work)));
  // In English this list is the one above.
  if (lang !== 'en')
    write
      .put({ kind: 'heading', level: 1, text: 'References' })
      .list(numbered(citations, (work) => romanisedReference(lang, work)));
  for (const other of languages.filter((one) => one !== lang)) writeFront(write, source, other, article);
  return {
    lang,
    style: 'kz-vak',
    title: titleIn(source, lang, article),
    simulated: source.simulated,
    blocks: write.blocks,
  };
}

/** Title, authors, affiliations, abstract and key words in a language. */
function writeFront(write: Writer, source: ReportSource, lang: Language, article: Article): void {
  const { authors = [], affiliations = [], keywords } = article;
  const isOne = affiliations.length < 2;
  const names = authors.map((author) => {
    const marks = isOne ? '' : (author.affiliations ?? []).map(superscript).join(' ');
    return `${author.corresponding ? '*' : ''}${nameIn(lang, author.name)}${marks}`;
  });
  write.top('title', titleIn(source, lang, article), lang);
  write.top('authors', names.join(', ') || BLANK, lang);
  affiliations.forEach((one, i) => {
    write.top('affiliation', `${isOne ? '' : superscript(i + 1)}${nameIn(lang, one)}`, lang);
  });
  for (const { name, email, orcid, corresponding } of authors) {
    if (orcid) write.top('affiliation', `${nameIn(lang, name)}, ORCID: ${orcid}`, lang);
    if (corresponding && email)
      write.top('affiliation', `*${text(lang, 'report.correspondingAuthor', { email })}`, lang);
  }
  write.labelled(text(lang, 'report.abstract'), abstractOf(source, lang), lang);
  write.labelled(
    text(lang, 'report.keywords'),
    keywords?.[lang]?.join('; ') ?? keywordsOf(source, lang),
    lang,
  );
}

function titleIn(source: ReportSource, lang: Language, { title }: Article): string {
  return title === undefined ? titleOf(source.study, lang) : nameIn(lang, title);
}

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (n: number): string => [...String(n)].map((digit) => DIGITS[Number(digit)]).join('');
