import { describe, expect, it } from 'vitest';
import { fontFiles, isOnlyInSerif, shippedFont, withFallback } from './fonts.ts';
import { rasterOf } from './raster.ts';

describe('fonts', () => {
  it('are found, and a missing one is named in a clear error', () => {
    expect(fontFiles('sans').map((path) => path.split('/').at(-1))).toEqual([
      'NotoSans_400Regular.ttf',
      'NotoSans_700Bold.ttf',
    ]);
    expect(() => shippedFont('noto-sans/400Regular/NotoSans.ttf')).toThrowError(
      expect.objectContaining({ code: 'font.missing', parameters: { file: 'NotoSans.ttf' } }),
    );
  });

  it('lend one another the signs that one lacks, in texts alone', () => {
    expect(isOnlyInSerif('≤')).toBe(true);
    expect([...'қ<№–−∞'].filter(isOnlyInSerif)).toEqual([...'∞'].filter(isOnlyInSerif));
    const text = '<text x="1" font-size="10">q ≤ 0,01</text>';
    expect(withFallback(`<svg aria-label="≤">${text}</svg>`)).toMatch(
      /^<svg aria-label="≤"><text x="1" font-size="10"><tspan x="1">q <\/tspan><tspan x="[\d.]+" font-family="Tinos">≤<\/tspan><tspan x="[\d.]+"> 0,01<\/tspan><\/text><\/svg>$/,
    );
    expect(withFallback(`<svg font-family="Tinos">${text}</svg>`)).not.toContain('tspan');
    expect(withFallback('<svg><text x="1">q</text></svg>')).not.toContain('tspan');
  });

  it('lend one sign only: the letters beside it stay in their face', () => {
    const svg = (words: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="10mm" height="5mm" viewBox="0 0 40 20" font-family="Noto Sans"><text x="2" y="15" font-size="14">${words}</text></svg>`;
    // Up to the sign, q and its space, both pictures are one; in Tinos the q is another.
    const [alone, beside] = ['q', 'q ≤'].map((words) => rasterOf(svg(words), 300));
    const rows = (image: { width: number; pixels: Uint8Array }): string[] =>
      Array.from({ length: 30 }, (_, y) =>
        image.pixels.slice(4 * (y + 20) * image.width, 4 * ((y + 20) * image.width + 30)).toString(),
      );
    expect(rows(beside!)).toEqual(rows(alone!));
  });
});
