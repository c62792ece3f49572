import { languages } from '@oryn/language';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { exampleChange } from '../../make/examples/change.tsx';
import { exampleDensity } from '../../make/examples/density.tsx';
import { exampleDualDensity } from '../../make/examples/dual-density.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { greyOf } from '../grey.ts';
import { renderSvg } from '../render-svg.ts';
import { ChangeMap } from './change-map.tsx';
import { DensityMap } from './density-map.tsx';
import { fewerSide, moreSide } from './diverging.ts';
import { DualDensityMap } from './dual-density-map.tsx';
import { sequentialFills } from './sequential.ts';

const kinds: [string, (lang: (typeof languages)[number]) => ReactElement][] = [
  ['density', (lang) => <DensityMap {...exampleDensity(lang)} />],
  ['dual density', (lang) => <DualDensityMap {...exampleDualDensity(lang)} />],
  ['change', (lang) => <ChangeMap {...exampleChange(lang)} />],
];

describe.each(kinds)('a map of %s', (_, draw) => {
  it.each(languages)('is well-formed, the same bytes twice and under 1 MB in %s', (lang) => {
    const svg = renderSvg(draw(lang));
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(renderSvg(draw(lang))).toBe(svg);
    expect(svg.length).toBeLessThan(1e6);
    expect(svg).toContain('data-simulated="across"');
    expect(wellFormed(greyOf(svg))).toBe(true);
  });
});

describe('DensityMap', () => {
  const fills = sequentialFills(6, 'teal');
  const drawnBands = (svg: string) =>
    fills.filter((fill) => svg.includes(`fill="${fill}" fill-rule="evenodd"`));

  it('draws every band inside the boundary only, from the lowest up, each with its ground in the legend', () => {
    const map = exampleDensity('en', { simulated: false });
    const svg = renderSvg(<DensityMap {...map} />);
    expect(drawnBands(svg)).toEqual(fills);
    const at = fills.map((fill) => svg.indexOf(`fill="${fill}" fill-rule="evenodd"`));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    const clip =
      /<clipPath id="(oryn-density-\d+-\d+)"><path d="M[^"]+" clip-rule="evenodd"><\/path><\/clipPath>/.exec(
        svg,
      )!;
    expect(svg).toContain(`<g clip-path="url(#${clip[1]})"><path`);
    // One number of decimals for all of them.
    for (const { km2 } of map.bands) expect(svg).toContain(`>${km2.toFixed(2)}<`);
    for (const said of ['under 2', '100 and more', 'half of the incidents', 'radius 700'])
      expect(svg).toContain(said);
  });

  it('stands without a boundary: no cut, no ground under the lowest level, an unknown band left out of the map', () => {
    const { bands } = exampleDensity('en');
    const svg = renderSvg(
      <DensityMap
        {...exampleDensity('en', { boundary: [], belowKm2: undefined, half: undefined, simulated: false })}
        bands={bands.map((band, i) => (i === 5 ? { ...band, rings: [], km2: 0 } : band))}
      />,
    );
    expect(wellFormed(svg)).toBe(true);
    expect(svg).not.toContain('clip-rule');
    expect(drawnBands(svg)).toEqual(fills.slice(0, 5));
    expect(svg).toContain('100 and more');
    expect(svg).not.toContain('half of the incidents');
  });
});

describe('ChangeMap', () => {
  it('has a shape for each class and outlines both sides of the test', () => {
    const map = exampleChange('en', { simulated: false });
    const svg = renderSvg(<ChangeMap {...map} />);
    for (const fill of [...moreSide.fills, ...fewerSide.fills])
      expect(svg).toContain(`fill="${fill}" fill-rule="evenodd"`);
    expect(svg.split('stroke-dasharray="2.5 1.5"')).toHaveLength(3);
    const none = renderSvg(
      <ChangeMap {...map} places={{ ...map.places, direction: new Int8Array(map.places.count) }} />,
    );
    expect(none.split('stroke-dasharray="2.5 1.5"')).toHaveLength(2);
  });

  it('leaves blank what has no incident in either period', () => {
    const map = exampleChange('en', { simulated: false });
    const value = new Float64Array(map.places.count).fill(Number.NaN);
    const svg = renderSvg(<ChangeMap {...map} places={{ ...map.places, value }} />);
    for (const fill of [...moreSide.fills, ...fewerSide.fills]) expect(svg).toContain(`d="" fill="${fill}"`);
  });
});
