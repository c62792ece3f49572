import { referenceOf, references } from '@oryn/datasets';
import { languages, text } from '@oryn/language';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { townSource } from '../../test/fixtures/town.ts';
import { parseArticleFile } from './article.ts';
import { articleDocument } from './article-document.ts';
import type { Block } from './blocks.ts';
import { docxDocument } from './docx-document.ts';
import { htmlDocument } from './html-document.ts';
import { Citations } from './references.ts';
import { romanisedReference } from './romanised.ts';
import { hasCyrillic } from './transliterate.ts';

const article = parseArticleFile(
  `
udc: "343.97:911.3"
irsti: 10.81.00
title: { kk: Қылмыстың шоғырлануы, ru: Концентрация преступности, en: Concentration of crime }
authors:
  - { name: { kk: Ә. Серік, ru: А. Серик }, affiliations: [1], email: a@example.kz, corresponding: true }
  - { name: { ru: Г. Оспанова, en: G. Ospanova }, affiliations: [1, 2] }
affiliations: [{ ru: Академия, en: Academy }, { ru: Университет, en: University }]
keywords: { ru: [место, преступность] }
`,
  'article.yaml',
);

describe('the manuscript of an article', async () => {
  const source = await townSource();
  const documentIn = (lang: (typeof languages)[number], of = article) =>
    articleDocument(source, lang, of, {
      figures: new Set(['hot-places', 'lorenz']),
      citations: new Citations(),
    });
  const textsOf = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => ('text' in block ? [block.text] : []));

  it('begins with its codes, title and authors, and has an abstract and key words in all three languages', () => {
    const { blocks } = documentIn('ru');
    expect(textsOf(blocks).slice(0, 7)).toEqual([
      'МРНТИ 10.81.00',
      'УДК 343.97:911.3',
      'Концентрация преступности',
      '*А. Серик¹, Г. Оспанова¹ ²',
      '¹Академия',
      '²Университет',
      '*Автор для корреспонденции: a@example.kz',
    ]);
    const labels = blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.label ? [block.label] : [],
    );
    for (const lang of languages) {
      expect(labels).toContain(text(lang, 'report.abstract'));
      expect(labels).toContain(text(lang, 'report.keywords'));
    }
    expect(textsOf(blocks)).toContain('место; преступность');
    expect(textsOf(blocks)).toContain('*A. Serik¹, G. Ospanova¹ ²');
  });

  it('leaves room for what the author has to fill in', () => {
    const texts = textsOf(documentIn('kk', {}).blocks);
    expect(texts[0]).toMatch(/^ҒТАМР _+$/);
    expect(texts[1]).toMatch(/^ӘОЖ _+$/);
  });

  it('points to every figure and table before it stands there, numbered as journals do', () => {
    const { blocks } = documentIn('kk');
    const captions = blocks.flatMap((block, i) =>
      'caption' in block ? [{ i, caption: block.caption }] : [],
    );
    expect(captions.map(({ caption }) => caption.split(' – ')[0])).toEqual([
      '1-кесте',
      '1-сурет',
      '2-кесте',
      '2-сурет',
      '3-кесте',
    ]);
    for (const { i, caption } of captions) {
      const before = textsOf(blocks.slice(0, i)).join(' ');
      expect(before).toContain(caption.split(' – ')[0]);
    }
  });

  it('has both lists of literature, the second without Cyrillic', () => {
    const lists = documentIn('ru')
      .blocks.filter((block) => block.kind === 'list')
      .slice(-2);
    expect(lists[0].items.length).toBe(lists[1].items.length);
    expect(lists[0].items[0]).toMatch(/^1\. .* \/\/ /);
    for (const item of lists[1].items) expect(hasCyrillic(item)).toBe(false);
    for (const work of references)
      for (const lang of languages) expect(hasCyrillic(romanisedReference(lang, work)), work.key).toBe(false);
    expect(
      documentIn('en').blocks.filter((block) => block.kind === 'heading' && block.text === 'References'),
    ).toEqual([]);
  });

  it('romanises an official source and says in brackets what it is in English', () => {
    const inLanguages = {
      kk: { title: 'Қылмыс орны' },
      ru: { title: 'Место преступности' },
      en: { title: 'Place of crime' },
    };
    const work = { ...referenceOf('weisburd-2015'), inLanguages };
    expect(romanisedReference('ru', work)).toContain('Mesto prestupnosti [Place of crime]');
    expect(romanisedReference('kk', work)).toContain('Qylmys orny [Place of crime]');
  });

  it('is set in Times of 14 points, justified, with margins of 20 mm', async () => {
    const parts = unzipSync(await docxDocument(documentIn('kk'), new Map()));
    const styles = strFromU8(parts['word/styles.xml']);
    const body = strFromU8(parts['word/document.xml']);
    expect(styles).toContain('<w:sz w:val="28"/>');
    expect(styles).toContain('Times New Roman');
    expect(body).toMatch(/<w:pgMar w:top="1133" w:right="1133" w:bottom="1133" w:left="1133"/);
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toContain('<w:lang w:val="ru-RU"/>');
  });

  it('is one page for a browser that asks nobody for anything', () => {
    for (const lang of languages) {
      const html = htmlDocument(documentIn(lang), new Map());
      expect(html).toContain("default-src 'none'");
      expect(html).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
      expect(html).toContain(`<html lang="${lang}">`);
    }
  });
});
