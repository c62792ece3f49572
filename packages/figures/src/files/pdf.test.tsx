import { inflateSync } from 'node:zlib';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleMap } from '../../make/example-props.ts';
import { greyOf, HotPlacesMap, renderSvg } from '../index.ts';
import { renderPdf } from '../node.ts';
import { svgRoot } from '../svg-root.ts';

/** The unpacked streams of a PDF one after the other. */
function streams(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const found: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const end = bytes.indexOf('\nendstream', at);
    try {
      found.push(inflateSync(bytes.subarray(at + 7, end)).toString('latin1'));
    } catch {
      found.push(bytes.toString('latin1', at + 7, end));
    }
  }
  return found;
}

/** The characters a reader gets when words are copied: from the maps of glyphs to Unicode. */
function copied(pdf: Uint8Array): string {
  const maps = streams(pdf).filter((stream) => stream.includes('beginbfrange'));
  const codes = maps.flatMap((map) => [...map.matchAll(/<([0-9a-f]{4})>/gi)].map(([, hex]) => hex!));
  return String.fromCodePoint(...codes.map((hex) => Number.parseInt(hex, 16)));
}

describe('renderPdf', () => {
  it('has its physical size, both fonts embedded, no picture in it', async () => {
    const svg = renderSvg(<HotPlacesMap {...exampleMap('kk')} />);
    const pdf = await renderPdf(svg);
    const text = Buffer.from(pdf).toString('latin1');
    const { widthMm, heightMm } = svgRoot(svg);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)!;
    expect(Number(width)).toBeCloseTo((widthMm / 25.4) * 72, 1);
    expect(Number(height)).toBeCloseTo((heightMm / 25.4) * 72, 1);
    expect(text).toMatch(/\/BaseFont \/\w+\+NotoSans-Regular/);
    expect(text).toMatch(/\/BaseFont \/\w+\+NotoSans-Bold/);
    // Tinos lends the sign ≤.
    expect(text).toMatch(/\/BaseFont \/\w+\+Tinos-Regular/);
    expect(text.match(/\/FontFile2 /g)!.length).toBe(3);
    expect(text).not.toContain('/Subtype /Image');
  });

  it.each(languages)('gives the letters of %s when words are copied', async (lang) => {
    const { title } = exampleMap(lang);
    const letters = copied(await renderPdf(renderSvg(<HotPlacesMap {...exampleMap(lang)} />)));
    for (const letter of title.replaceAll(' ', '')) expect(letters, letter).toContain(letter);
  });

  it('embeds the face with the widths of Times where the paper asks for it', async () => {
    const svg = renderSvg(<HotPlacesMap {...exampleMap('kk')} />, { face: 'serif' });
    const pdf = await renderPdf(svg);
    const fonts = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/BaseFont \/\w+\+[\w-]+/g)!;
    expect(new Set(fonts.map((name) => name.split('+')[1]))).toEqual(
      new Set(['Tinos-Regular', 'Tinos-Bold']),
    );
    for (const letter of 'әқңөұүі') expect(copied(pdf), letter).toContain(letter);
  });

  it('gives the same bytes twice and tells no date of today', async () => {
    const svg = greyOf(renderSvg(<HotPlacesMap {...exampleMap('ru', { widthMm: 85 })} />));
    const [first, second] = [await renderPdf(svg), await renderPdf(svg)];
    expect(Buffer.compare(first, second)).toBe(0);
    const dates = Buffer.from(first)
      .toString('latin1')
      .match(/D:\d{14}/g);
    expect([...new Set(dates)]).toEqual(['D:20000101000000']);
  });

  it('keeps words under a halo: letters are drawn after their halo', async () => {
    const svg = renderSvg(<HotPlacesMap {...exampleMap('en')} />);
    const page = streams(await renderPdf(svg)).join('\n');
    const [, x] = /data-simulated="across"[\s\S]*?<text x="([\d.]+)"/.exec(svg)!;
    expect(Number(x)).toBeGreaterThan(0);
    // Stroked letters (render mode 2) and then plain ones (mode 0).
    expect(page).toMatch(/2 Tr[\s\S]*0 Tr/);
  });

  it('says ≤ where the eye sees it, in the SVG and in what is copied', async () => {
    for (const lang of languages) {
      const svg = renderSvg(<HotPlacesMap {...exampleMap(lang)} />);
      expect(svg).toMatch(/>q ≤ 0[.,]01/);
      expect(svg).not.toContain('q &lt; ');
      const letters = copied(await renderPdf(svg));
      expect(letters).toContain('≤');
      expect(letters).not.toContain('<');
    }
  });
});
