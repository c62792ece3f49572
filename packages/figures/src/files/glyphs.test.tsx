import { catalogues, languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleLorenz, exampleMap } from '../../make/example-props.ts';
import { wellFormed } from '../../make/well-formed.ts';
import { HotPlacesMap, LorenzChart, renderSvg } from '../index.ts';
import { missingGlyphs, outlineText } from '../node.ts';
import { rasterOf } from './raster.ts';

describe('missingGlyphs', () => {
  it.each(['Noto Sans', 'Tinos'])(
    'in %s finds none in any text of the three catalogues but the viewer’s, which a browser sets',
    (family) => {
      for (const lang of languages) {
        const texts = Object.entries(catalogues[lang]).flatMap(([section, texts]) =>
          section === 'viewer' ? [] : Object.values(texts),
        );
        const words = texts.join('').replaceAll(/[<>&]/g, '');
        expect(
          missingGlyphs(`<svg font-family="${family}"><text>${words}</text></svg>`).filter(
            (sign) => sign !== '\n',
          ),
        ).toEqual([]);
      }
    },
  );

  it('finds the signs of a name that the font lacks, each once', () => {
    const svg = renderSvg(<LorenzChart {...exampleLorenz('en', { title: 'Ўрда & 市区市 ≤ 5' })} />);
    expect(missingGlyphs(svg)).toEqual(['市', '区']);
  });
});

describe('outlineText', () => {
  it('leaves no text element, looks the same, and is well-formed', () => {
    for (const [i, lang] of languages.entries()) {
      const paper = { face: (['sans', 'serif'] as const)[i % 2] };
      const svg = renderSvg(<HotPlacesMap {...exampleMap(lang, { title: 'A & "B" < Ғ' })} />, paper);
      const outlined = outlineText(svg);
      expect(outlined).not.toContain('<text');
      expect(outlined).toContain('aria-label="A &amp; &quot;B&quot; &lt; Ғ"');
      expect(wellFormed(outlined)).toBe(true);
      const [a, b] = [rasterOf(svg, 150).pixels, rasterOf(outlined, 150).pixels];
      let different = 0;
      for (let i = 0; i < a.length; i++) if (Math.abs(a[i]! - b[i]!) > 64) different++;
      expect(different / a.length).toBeLessThan(0.002);
    }
  });
});
