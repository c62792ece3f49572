import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleMultiples } from '../../make/example-multiples.ts';
import { wellFormed } from '../../make/well-formed.ts';
import type { Paper } from '../frame/paper.ts';
import { renderSvg } from '../render-svg.ts';
import { paperStyles } from '../styles.ts';
import { svgRoot } from '../svg-root.ts';
import { ClassedPanels, type ClassedPanelsProps } from './map-panels-classed.tsx';
import { columnsFor, gridOf } from './map-panels-grid.ts';
import { sequentialFills } from './sequential.ts';

const named = (count: number): string[] => Array.from({ length: count }, (_, i) => String(2001 + i));
const svgOf = (names: readonly string[], paper?: Paper, change?: Partial<ClassedPanelsProps>): string =>
  renderSvg(<ClassedPanels {...exampleMultiples('ru', 'Годы', names, change)} />, paper);
const times = (svg: string, pattern: RegExp): number => [...svg.matchAll(pattern)].length;

describe('ClassedPanels', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    const draw = () => renderSvg(<ClassedPanels {...exampleMultiples(lang, 'Title', named(5))} />);
    expect(wellFormed(draw())).toBe(true);
    expect(draw()).toBe(draw());
    expect(draw()).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has every map in one extent and scale, and one scale bar that is right for them', () => {
    for (const [count, widthMm] of [
      [2, 85],
      [5, 85],
      [5, 174],
      [12, 174],
      [9, 174],
    ] as const) {
      const svg = svgOf(named(count), { widthMm });
      const frames = [...svg.matchAll(/data-map-scale="([\d.e-]+)" data-map-height="([\d.]+)"/g)];
      expect(frames).toHaveLength(count);
      expect(new Set(frames.map(([frame]) => frame)).size).toBe(1);
      const bars = [...svg.matchAll(/data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/g)];
      expect(bars).toHaveLength(1);
      expect(Number(bars[0]![2]) / Number(bars[0]![1])).toBeCloseTo(Number(frames[0]![1]), 4);
      expect(svgRoot(svg).heightMm, `${count} at ${widthMm} mm`).toBeLessThan(260);
    }
  });

  it('fills a place by the classes of all maps together, whatever its own map holds', () => {
    const props = exampleMultiples('ru', 'Годы', named(3));
    const fills = sequentialFills(props.limits.length - 1);
    const svg = svgOf(named(3));
    for (const [i, fill] of fills.entries()) {
      const [low, high] = [props.limits[i]!, props.limits[i + 1]!];
      const isIn = (n: number) => n >= low && (i === fills.length - 1 ? n <= high : n < high);
      const maps = props.panels.filter(({ value }) => Array.from(value).some(isIn)).length;
      // A path of nothing is drawn where a map has no place of the class; a swatch stands in the legend.
      expect(times(svg, new RegExp(`<path d="M[^"]+" fill="${fill}"`, 'g')), fill).toBe(maps);
      expect(times(svg, new RegExp(`<rect [^>]*fill="${fill}"`, 'g')), fill).toBe(1);
    }
  });

  it('states N of every map and of all, and says on each map that data are simulated', () => {
    const { panels, total } = exampleMultiples('ru', 'Годы', named(5));
    const svg = svgOf(named(5)).replaceAll(/[\u00a0\u202f]/g, ' ');
    for (const { name, amount } of panels) {
      expect(svg).toContain(`>${name}</text>`);
      expect(svg).toContain(`>${amount.replaceAll('\u202f', ' ')}</text>`);
    }
    const sum = panels.reduce((all, { value }) => all + Array.from(value).reduce((a, n) => a + n, 0), 0);
    expect(total).toBe(sum);
    expect(svg).toContain(`N = ${String(sum).replace(/(\d)(?=(\d{3})+$)/g, '$1 ')} случ`);
    expect(times(svg, /data-simulated="across"/g)).toBe(5);
    expect(times(svg, /data-simulated="strip"/g)).toBe(1);
    expect(svgOf(named(5), {}, { simulated: false })).not.toContain('data-simulated');
  });

  it('leaves side streets out of small maps and draws them in large ones', () => {
    const sideStreets = /fill="none" stroke="#B5AFA4"/g;
    expect(times(svgOf(named(5), { widthMm: 174 }), sideStreets)).toBe(0);
    expect(times(svgOf(named(2), { widthMm: 174 }), sideStreets)).toBe(2);
  });

  it('keeps to a slide, and stands long names without a space and an empty map', () => {
    const long = 'Қ'.repeat(90);
    for (const paper of [paperStyles.slide, paperStyles['one-column'], paperStyles['kz-vak']]) {
      const svg = svgOf([long, 'b', 'c'], paper);
      expect(wellFormed(svg)).toBe(true);
      expect(svgRoot(svg).heightMm).toBeLessThanOrEqual((paper.heightMm ?? 260) + 0.01);
      for (const [, line] of svg.matchAll(/>(Қ+)<\/text>/g)) expect(line!.length).toBeLessThan(60);
    }
    const { panels } = exampleMultiples('ru', 'Годы', named(2));
    const empty = { ...panels[1]!, value: new Uint32Array(panels[1]!.value.length) };
    expect(wellFormed(svgOf(named(2), {}, { panels: [panels[0]!, empty] }))).toBe(true);
  });
});

describe('the grid of panels', () => {
  const width = 650;

  it('takes 2 columns at 85 mm and 3 or 4 at 174, with least left free', () => {
    const columns = (count: number, of: number) => columnsFor(count, of, false);
    expect([2, 5, 12].map((count) => columns(count, 313))).toEqual([2, 2, 2]);
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((count) => columns(count, width))).toEqual([
      1, 2, 3, 4, 3, 3, 4, 4, 3, 4, 4, 4,
    ]);
    expect(columnsFor(5, width, true)).toBe(4);
  });

  it('has every panel once, inside the width, apart from the others', () => {
    for (let count = 1; count <= 12; count++) {
      const grid = gridOf(count, columnsFor(count, width, false), width);
      expect(grid.rows.flat()).toEqual(Array.from({ length: count }, (_, i) => i));
      grid.lefts.forEach((left, i) => {
        expect(left + grid.panelWidth).toBeLessThanOrEqual(4 + width + 0.1);
        if (i > 0) expect(left - grid.lefts[i - 1]!).toBeCloseTo(grid.panelWidth + grid.gap, 1);
      });
      expect(grid.free === undefined).toBe(grid.rows.at(-1)!.length === grid.lefts.length);
    }
  });
});
