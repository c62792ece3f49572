import { type Language, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleSvg, type FigureExample } from '../make/example.ts';
import { examples } from '../make/examples/index.ts';
import { figureFaults, paleTexts } from '../make/figure-faults.ts';

const drawn = new Map<string, string>();

function svgOf(example: FigureExample, lang: Language): string {
  const key = `${example.name}.${lang}`;
  const svg = drawn.get(key) ?? exampleSvg(example, lang);
  drawn.set(key, svg);
  return svg;
}

/** The examples in which something is wrong, and what. */
function faulty(lang: Language, find: (svg: string, example: FigureExample) => readonly string[]): string[] {
  return examples.flatMap((example) => {
    const found = find(svgOf(example, lang), example);
    return found.length === 0 ? [] : [`${example.name}: ${found.join(' | ')}`];
  });
}

describe.each(languages)('every figure in %s', (lang) => {
  it.each(Object.entries(figureFaults))('has nowhere: %s', (_, find) => {
    expect(faulty(lang, (svg) => find(svg, lang))).toEqual([]);
  });
});

describe('every figure', () => {
  it('has letters of a contrast of 4.5 to 1', () => {
    expect(faulty('kk', paleTexts)).toEqual([]);
  });

  it('is the same bytes twice', () => {
    expect(
      faulty('kk', (svg, example) => (exampleSvg(example, 'kk') === svg ? [] : ['other bytes'])),
    ).toEqual([]);
  });

  it('says that its data are simulated where they are, and only there', () => {
    const wrong = faulty('kk', (svg, { draw }) => {
      const isMarked = svg.includes('data-simulated');
      const figure = draw('kk') as { props?: { simulated?: boolean } };
      return isMarked === (figure.props?.simulated ?? isMarked) ? [] : ['mark'];
    });
    expect(wrong).toEqual([]);
  });
});
