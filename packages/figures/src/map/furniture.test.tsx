import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleCounts } from '../../make/examples/counts.tsx';
import { exampleFurniture } from '../../make/examples/furniture.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { ClassedMap, type ClassedMapProps } from './classed-map.tsx';
import { type Box, placeNames } from './map-names.tsx';
import type { GraticuleLine, MapName } from './map-props.ts';
import type { Viewport } from './viewport.ts';

const svgOf = (change: Partial<ClassedMapProps>, lang: 'kk' | 'ru' | 'en' = 'en') =>
  renderSvg(<ClassedMap {...exampleCounts(lang, { simulated: false, ...change })} />);

const view: Viewport = {
  left: 10,
  top: 20,
  width: 500,
  height: 300,
  pixelsPerMeter: 0.1,
  minX: 0,
  maxY: 3000,
};
const name = (text: string, at: number[], kind: MapName['kind'] = 'district'): MapName => ({
  text,
  kind,
  at: Float64Array.from(at),
});
const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe('the furniture of a map', () => {
  it.each(languages)('is well-formed, without a wrong number, the same bytes twice in %s', (lang) => {
    const svg = svgOf(exampleFurniture(lang), lang);
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svgOf(exampleFurniture(lang), lang)).toBe(svg);
  });

  it('leaves a map without it as it is', () => {
    const svg = svgOf({});
    for (const layer of ['graticule', 'names', 'inset']) expect(svg).not.toContain(`data-layer="${layer}"`);
    expect(svgOf({ graticule: [], names: undefined, inset: undefined })).toBe(svg);
  });
});

describe('the graticule', () => {
  const line = (kind: GraticuleLine['kind'], degrees: number, coordinates: number[]): GraticuleLine => ({
    kind,
    degrees,
    coordinates: Float64Array.from(coordinates),
  });

  it('sets its ticks where the lines leave the frame', () => {
    const svg = svgOf({
      // Slanted lines: the crossing is not an end of the line.
      graticule: [
        line('meridian', 71.4, [500_000, 5_500_000, 502_000, 5_700_000]),
        line('parallel', 51.2, [400_000, 5_601_000, 600_000, 5_603_000]),
      ],
    });
    const number = (attribute: string) => Number(new RegExp(`${attribute}="([\\d.]+)"`).exec(svg)![1]);
    const scale = number('data-map-scale');
    const frame = /<clipPath[^>]*><rect x="([\d.]+)" width="([\d.]+)" y="([\d.]+)" height="([\d.]+)"/.exec(
      svg,
    )!;
    const [left, width, top, height] = frame.slice(1).map(Number) as [number, number, number, number];
    const [, tickX, tickBottom, tickLeft, tickY] =
      /data-layer="graticule"><path d="M([\d.]+) ([\d.]+)v3M([\d.]+) ([\d.]+)h-3"/.exec(svg)!.map(Number);
    expect(tickBottom).toBeCloseTo(top + height, 1);
    expect(tickLeft).toBeCloseTo(left, 1);
    // The middle of the boundary is the middle of the frame.
    const xs = exampleCounts('en').boundary[0]!.filter((_, i) => i % 2 === 0);
    const ys = exampleCounts('en').boundary[0]!.filter((_, i) => i % 2 === 1);
    const middleX = (Math.min(...xs) + Math.max(...xs)) / 2;
    const middleY = (Math.min(...ys) + Math.max(...ys)) / 2;
    const bottomY = middleY - height / 2 / scale;
    const leftX = middleX - width / 2 / scale;
    const x = 500_000 + (bottomY - 5_500_000) / 100;
    const y = 5_601_000 + (leftX - 400_000) / 100;
    expect(tickX).toBeCloseTo(left + width / 2 + (x - middleX) * scale, 1);
    expect(tickY).toBeCloseTo(top + height / 2 - (y - middleY) * scale, 1);
    expect(svg).toContain('>71.4° E<');
    expect(svg).toContain('>51.2° N<');
  });

  it('says the half of the globe in the language, and as many decimals as its lines need', () => {
    const graticule = [
      line('meridian', -75.5, [500_000, 5_500_000, 500_000, 5_700_000]),
      line('parallel', -6.25, [400_000, 5_600_000, 600_000, 5_600_000]),
    ];
    expect(svgOf({ graticule }, 'ru')).toContain('>75,50° з.\u00a0д.<');
    expect(svgOf({ graticule }, 'ru')).toContain('>6,25° ю.\u00a0ш.<');
    expect(svgOf({ graticule }, 'kk')).toContain('>75,50° б.\u00a0б.<');
    expect(svgOf({ graticule }, 'kk')).toContain('>6,25° о.\u00a0е.<');
  });

  it('leaves out degrees that would run into each other', () => {
    const dense = Array.from({ length: 40 }, (_, i) =>
      line('meridian', 71 + i / 100, [497_000 + 150 * i, 5_500_000, 497_000 + 150 * i, 5_700_000]),
    );
    const shown = svgOf({ graticule: dense }).match(/° E</g)!;
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.length).toBeLessThan(10);
  });
});

describe('placeNames', () => {
  it('writes the first of two that want one place, and none over what is taken or outside', () => {
    const taken: Box = { left: 200, top: 20, right: 520, bottom: 330 };
    const placed = placeNames(
      [
        name('First', [1000, 1500]),
        name('Second', [1010, 1510]),
        name('Covered', [3000, 1500]),
        name('At the edge', [0, 2990]),
        name('Elsewhere', [1000, 1500, 1000, 500]),
      ],
      view,
      [taken],
    );
    expect(placed.map(({ lines }) => lines.join(' '))).toEqual(['First', 'Elsewhere']);
  });

  it('keeps any number of names apart and inside the frame', () => {
    const names = Array.from({ length: 120 }, (_, i) => {
      const long = i % 3 === 0 ? 'A quarter with a rather long name' : `Name ${i}`;
      return name(long, [(i * 977) % 5000, (i * 571) % 3000, (i * 313) % 5000, (i * 211) % 3000]);
    });
    const placed = placeNames(names, view, []);
    expect(placed.length).toBeGreaterThan(10);
    for (const [i, { box }] of placed.entries()) {
      expect(box.left).toBeGreaterThanOrEqual(view.left);
      expect(box.right).toBeLessThanOrEqual(view.left + view.width);
      expect(box.bottom).toBeLessThanOrEqual(view.top + view.height);
      for (const other of placed.slice(0, i)) expect(overlap(box, other.box)).toBe(false);
    }
    expect(placed.some(({ lines }) => lines.length > 1)).toBe(true);
  });

  it('breaks a long name at a space or after a hyphen and never inside a word', () => {
    const linesOf = (text: string) => placeNames([name(text, [2500, 1500])], view, [])[0]!.lines;
    expect(linesOf('Grandview-Woodland')).toEqual(['Grandview-', 'Woodland']);
    expect(linesOf('Микрорайон за железной дорогой')).toEqual(['Микрорайон за', 'железной дорогой']);
    expect(linesOf('Ааааааааааааааааааааааааааа')).toEqual(['Ааааааааааааааааааааааааааа']);
  });

  it('covers no more than a tenth of the frame', () => {
    const names = Array.from({ length: 400 }, (_, i) => name('District', [(i % 20) * 250, (i / 20) * 150]));
    const placed = placeNames(names, view, []);
    const covered = placed.reduce((sum, { box }) => sum + (box.right - box.left) * (box.bottom - box.top), 0);
    expect(covered).toBeGreaterThan(0.08 * view.width * view.height);
    expect(covered).toBeLessThanOrEqual(0.1 * view.width * view.height);
  });

  it('names no street in a narrow frame', () => {
    const street = name('A street', [1000, 1000], 'street');
    expect(placeNames([street], view, [])).toHaveLength(1);
    expect(placeNames([street], { ...view, width: 300 }, [])).toHaveLength(0);
  });
});

describe('the inset', () => {
  it('has the dot of the city where it lies in the country', () => {
    const outline = [Float64Array.of(0, 0, 10, 0, 10, 5, 0, 5, 0, 0)];
    const svg = svgOf({ inset: { outline, x: 2.5, y: 4, label: 'Country' } });
    const [, layer] = /data-layer="inset">(.*?)<\/g>/.exec(svg)!;
    const [, x, y, steps] = /d="M([\d.]+) ([\d.]+)l([^Z]+)Z/.exec(layer!)!;
    const [width] = steps!.split(' ').map(Number);
    const [, cx, cy] = /cx="([\d.]+)" cy="([\d.]+)"/.exec(layer!)!.map(Number);
    expect(cx! - Number(x)).toBeCloseTo(width! * 0.25, 0);
    expect(Number(y) - cy!).toBeCloseTo(width! * 0.4, 0);
    expect(layer).toContain('>Country<');
  });
});
