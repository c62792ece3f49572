import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleMap } from '../../make/example-props.ts';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { HotPlacesMap } from './hot-places-map.tsx';

const svgOf = (...args: Parameters<typeof exampleMap>) =>
  renderSvg(<HotPlacesMap {...exampleMap(...args)} />);

describe('HotPlacesMap', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const svg = svgOf(lang);
    expect(wellFormed(svg)).toBe(true);
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="170mm"')).toBe(true);
    expect(svgOf(lang)).toBe(svg);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows the counts of the legend, N and the source', () => {
    const svg = svgOf('ru', {
      counts: { hot99: 31, hot95: 43, hot90: 84, none: 12_345 },
      total: 30_812,
      tested: 1_987,
    });
    for (const shown of [
      '>31<',
      '>43<',
      '>84<',
      '>12\u202f345<',
      'N = 30\u202f812 случаев',
      'проверено 1987 ',
      'Источник: ',
    ]) {
      expect(svg).toContain(shown);
    }
    expect(svg).not.toContain('Холодные');
    expect(svgOf('ru', { counts: { cold95: 3 } })).toContain('Холодные точки');
  });

  it('says on the map that data are simulated, and only then', () => {
    expect(svgOf('kk')).toContain('data-simulated="across"');
    expect(svgOf('kk')).toContain('Ойдан құрастырылған деректер');
    expect(svgOf('kk', { simulated: false })).not.toContain('data-simulated');
  });

  it('draws a scale bar as long as the metres it states', () => {
    for (const widthMm of [85, 120, 170, 250]) {
      const svg = svgOf('en', { widthMm, simulated: false });
      const [, meters, pixels] = /data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/.exec(svg)!;
      const map = exampleMap('en');
      const xs = map.boundary[0]!.filter((_, i) => i % 2 === 0);
      const outline = /<path d="M([\d.-]+) [\d.-]+l([^"Z]+)Z" fill="#FAF9F6"/.exec(svg)!;
      const steps = outline[2]!
        .split(' ')
        .map(Number)
        .filter((_, i) => i % 2 === 0);
      let [x, low, high] = [Number(outline[1]), Number(outline[1]), Number(outline[1])];
      for (const step of steps) {
        x += step;
        low = Math.min(low, x);
        high = Math.max(high, x);
      }
      const spanMeters = Math.max(...xs) - Math.min(...xs);
      expect(Number(pixels) / Number(meters)).toBeCloseTo((high - low) / spanMeters, 4);
      expect(svg).toContain(`${Number(meters) / 1000} km`);
    }
  });

  it('draws one path per kind of line, and stands without boundary, names or problem places', () => {
    const svg = svgOf('en', { boundary: [], problemPlaces: [], lines: [], simulated: false });
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toContain('boundary of the study area');
    expect(svgOf('en').split('stroke="#B5AFA4" stroke-width="0.45"')).toHaveLength(2);
  });

  it('shows the part asked for, larger, without discs of places outside it, and says so', () => {
    const whole = svgOf('en', { simulated: false });
    const { problemPlaces } = exampleMap('en');
    const { x, y } = problemPlaces[0]!;
    const [minX, maxX, minY, maxY] = [x - 400, x + 400, y - 400, y + 400];
    const part = svgOf('en', { simulated: false, extent: { minX, maxX, minY, maxY } });
    const scale = (svg: string): number => {
      const [, meters, pixels] = /data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/.exec(svg)!;
      return Number(pixels) / Number(meters);
    };
    expect(scale(part)).toBeGreaterThan(3 * scale(whole));
    const discs = (svg: string): number => svg.split('<circle').length - 1;
    expect(discs(whole) - discs(part)).toBe(problemPlaces.length - 1);
    expect(part).toContain('Only a part of the study area is shown');
    expect(whole).not.toContain('Only a part');
  });
});
