import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleConcentrationSet } from '../../make/examples/concentration-set.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { ConcentrationSetMap, type ConcentrationSetMapProps } from './concentration-set-map.tsx';

const svgOf = (map: ConcentrationSetMapProps) => renderSvg(<ConcentrationSetMap {...map} />);
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words!);

/** Hexagons in a row with these counts. */
function rowOfPlaces(n: readonly number[]): ConcentrationSetMapProps['places'] {
  const hexagon = (i: number) =>
    Float64Array.from(
      [0, 1, 2, 3, 4, 5, 0].flatMap((corner) => {
        const angle = (corner / 3) * Math.PI;
        return [i * 300 + 100 * Math.cos(angle), 100 * Math.sin(angle)];
      }),
    );
  return { count: n.length, rings: hexagon, n };
}

describe('ConcentrationSetMap', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(exampleConcentrationSet(lang));
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svgOf(exampleConcentrationSet(lang))).toBe(svg);
  });

  it('states how many places are needed and draws all that tie at the limit', () => {
    // 20 incidents: 9 hold a quarter; 9 + 3 are 12, half; two more places have 3 incidents too.
    const map = exampleConcentrationSet('en', {
      simulated: false,
      boundary: [],
      places: rowOfPlaces([9, 3, 3, 3, 1, 1, 0, Number.NaN]),
      quarter: { k: 1, leastCount: 9, shares: [{ denominator: 'cells', share: 1 / 7, expectedShare: 0.2 }] },
      half: { k: 2, leastCount: 3, shares: [{ denominator: 'cells', share: 2 / 7, expectedShare: 0.4 }] },
      total: 20,
    });
    const svg = svgOf(map);
    const texts = textsOf(svg);
    expect(texts[texts.indexOf('a quarter of the incidents') + 1]).toBe('1');
    expect(texts[texts.indexOf('half of the incidents') + 1]).toBe('2');
    expect(texts[texts.indexOf('other cells with incidents') + 1]).toBe('2');
    expect(texts.join(' ')).toContain('14.3% (cells), by chance 20%');
    expect(texts.join(' ')).toContain('28.6% (cells), by chance 40%');
    expect(texts.join(' ')).toContain('with all that tie at the limit: 1 and 4');
    const paths = [...svg.matchAll(/<path d="([^"]*)" fill="(#74B4BA|#0B5563)"/g)];
    expect(paths.map(([, d]) => d!.split('M').length - 1)).toEqual([3, 1]);
  });

  it('is silent about ties where there are none', () => {
    const shares = [{ denominator: 'cells', share: 0.5, expectedShare: 0.5 }];
    const map = exampleConcentrationSet('en', {
      places: rowOfPlaces([5, 1]),
      quarter: { k: 1, leastCount: 5, shares },
      half: { k: 1, leastCount: 5, shares },
      total: 6,
    });
    expect(textsOf(svgOf(map)).join(' ')).not.toContain('tie at the limit');
  });
});
