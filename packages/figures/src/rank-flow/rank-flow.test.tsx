import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleSvg } from '../../make/example.ts';
import { exampleRankFlow, examples } from '../../make/examples/rank-flow.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { RankFlow } from './rank-flow.tsx';
import type { RankedPlace } from './rank-flow-props.ts';
import { rowsByYear, runsOf } from './rank-slots.ts';

const place = (name: string, n: readonly number[]): RankedPlace => ({
  name,
  n,
  rank: n.map(() => 1),
  block: n.map(() => 0),
});

describe('RankFlow', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    for (const example of examples) {
      const svg = exampleSvg(example, lang);
      expect(wellFormed(svg)).toBe(true);
      expect(exampleSvg(example, lang)).toBe(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('has the count of every place of every year, equal ones linked', () => {
    const props = exampleRankFlow('en', 12);
    const svg = renderSvg(<RankFlow {...props} />);
    const written = [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, n]) => Number(n));
    const counts = props.places.flatMap(({ n }) => Array.from(n));
    for (const n of new Set(counts))
      expect(written.filter((one) => one === n).length).toBeGreaterThanOrEqual(
        counts.filter((one) => one === n).length,
      );
    const ties = props.years.reduce((sum, _, year) => {
      const ofYear = props.places.map(({ n }) => n[year]!);
      return sum + new Set(ofYear.filter((n, i) => ofYear.indexOf(n) !== i)).size;
    }, 0);
    expect(svg.match(/class="tie"/g) ?? []).toHaveLength(ties);
    expect(svg.match(/data-place/g)).toHaveLength(12);
  });

  it('sends what leaves the fifteen rows to the lane, and names it', () => {
    const places = Array.from({ length: 17 }, (_, i) =>
      place(`place ${i}`, [100 - i, i === 0 ? 1 : 100 - i]),
    );
    const props = exampleRankFlow('en', 3, { years: [2020, 2021], places, widthMm: 174 });
    const svg = renderSvg(<RankFlow {...props} />);
    expect(svg).toContain('>lower ranks<');
    expect(svg).toContain('Lower in 2021: place 0.');
    // Place 15 comes up, place 16 never has a row.
    expect(svg).toContain('>place 15<');
    expect(svg).not.toContain('place 16');
    expect(svg.match(/data-place/g)).toHaveLength(16);
  });

  it('cuts a long name, never its number', () => {
    const long = {
      ...place('A very long name of a crossing of two streets beside a station', [3, 2]),
      number: 7,
    };
    const places = [long, place('b', [2, 3]), place('c', [1, 1])];
    const svg = renderSvg(
      <RankFlow {...exampleRankFlow('en', 3, { years: [2020, 2021], places, widthMm: 85 })} />,
    );
    expect(svg.replaceAll('\u00a0', ' ')).toMatch(/>[^<]+ … · 7</);
  });

  it('cuts a long name in the note, never its number', () => {
    const name = `Очень длинное название улицы ${'Очень '.repeat(50)}`;
    const places = Array.from({ length: 17 }, (_, i) => ({
      ...place(i === 0 ? name : `${i}`, [100 - i, i === 0 ? 1 : 100 - i]),
      ...(i === 0 ? { number: 4 } : {}),
    }));
    const svg = renderSvg(
      <RankFlow {...exampleRankFlow('ru', 3, { years: [2020, 2021], places, widthMm: 174 })} />,
    );
    const words = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll('\u00a0', ' ');
    expect(words).toMatch(/2021[^.]*Очень длинное название улицы Очень … · 4/);
    expect(words).not.toMatch(/(Очень ){3}/);
  });

  it('draws the last years that fit, and says which', () => {
    const years = Array.from({ length: 20 }, (_, i) => 2004 + i);
    const places = ['a', 'b', 'c'].map((name, i) =>
      place(
        name,
        years.map((_, t) => 40 + ((7 * t + i) % 5)),
      ),
    );
    const svg = renderSvg(<RankFlow {...exampleRankFlow('en', 3, { years, places, widthMm: 85 })} />);
    expect(svg).toContain('>2023<');
    expect(svg).not.toContain('>2004<');
    expect(svg).toContain('Drawn: 2019–2023; the test is over all whole years,');
    expect(svg).toContain('>2004–2023.<');
  });
});

describe('rows of the years', () => {
  it('follow the counts, equal ones as the year before', () => {
    const places = [place('a', [5, 4]), place('b', [9, 4]), place('c', [5, 8])];
    expect(rowsByYear(places, [0, 1])).toEqual([
      [1, 0, 2],
      [2, 1, 0],
    ]);
  });

  it('join equal values that follow one another', () => {
    expect(runsOf([3, 3, 2, 2, 2, 1], 4)).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ]);
  });
});
