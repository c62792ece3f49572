import { describe, expect, it } from 'vitest';
import { exampleLorenz, exampleMap } from '../make/example-props.ts';
import { wellFormed } from '../make/well-formed.ts';
import { greyColour, greyOf, hatches, luminance } from './grey.ts';
import { HotPlacesMap, LorenzChart, renderSvg } from './index.ts';
import { classStyle, palette, significantClasses } from './palette.ts';

const isGrey = (colour: string) =>
  colour.slice(1, 3) === colour.slice(3, 5) && colour.slice(3, 5) === colour.slice(5);
const contrastOf = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const contrast = (a: string, b: string) => contrastOf(luminance(a), luminance(b));

/** A map on which every class of place lies. */
function mapOfAllClasses(): string {
  const { places, ...rest } = exampleMap('en');
  const classes = [...significantClasses, 'none', ''];
  const hotClass = Array.from({ length: places.count }, (_, i) => classes[i % classes.length]!);
  return renderSvg(<HotPlacesMap {...rest} places={{ ...places, hotClass }} />);
}

describe('greyOf', () => {
  it('leaves no colour but greys, in a well-formed figure with the same words', () => {
    for (const svg of [mapOfAllClasses(), renderSvg(<LorenzChart {...exampleLorenz('kk')} />)]) {
      const grey = greyOf(svg);
      expect(wellFormed(grey)).toBe(true);
      const colours = grey.match(/#[0-9A-Fa-f]{6}/g)!;
      expect(colours.length).toBeGreaterThan(10);
      for (const colour of colours) expect(isGrey(colour), colour).toBe(true);
      expect(grey.match(/>[^<]+</g)).toEqual(svg.match(/>[^<]+</g));
    }
  });

  it('hatches cold classes and defines each hatch that is used', () => {
    const grey = greyOf(mapOfAllClasses());
    for (const { name } of Object.values(hatches)) {
      expect(grey).toContain(`fill="url(#oryn-hatch-${name})"`);
      expect(grey.split(`<pattern id="oryn-hatch-${name}"`)).toHaveLength(2);
    }
    expect(greyOf(renderSvg(<LorenzChart {...exampleLorenz('en')} />))).not.toContain('<pattern');
  });

  it('keeps neighbouring classes apart: hot by lightness, cold by the density of lines', () => {
    const hot = [
      ...(['hot99', 'hot95', 'hot90'] as const).map((name) => classStyle[name].fill),
      palette.quiet,
    ];
    for (let i = 1; i < hot.length; i++) {
      expect(contrast(greyColour(hot[i - 1]!), greyColour(hot[i]!)), hot[i]).toBeGreaterThan(1.5);
    }
    const coverage = (['cold99', 'cold95', 'cold90'] as const).map((name) => {
      const { line, step } = hatches[classStyle[name].fill]!;
      return 1 - line / step;
    });
    for (let i = 1; i < coverage.length; i++) {
      expect(contrastOf(coverage[i - 1]!, coverage[i]!)).toBeGreaterThan(1.1);
    }
    for (const name of significantClasses) {
      expect(contrast(greyColour(classStyle[name].outline), greyColour(palette.quiet))).toBeGreaterThan(3);
    }
  });

  it('keeps the lines of charts apart and text legible', () => {
    const lines = [palette.curve, palette.attention, palette.chance].map(greyColour) as [
      string,
      string,
      string,
    ];
    expect(contrast(lines[0], lines[1])).toBeGreaterThan(1.5);
    expect(contrast(lines[1], lines[2])).toBeGreaterThan(1.5);
    for (const ink of [palette.ink, palette.secondary, palette.chance, palette.curve]) {
      expect(contrast(greyColour(ink), palette.paper)).toBeGreaterThan(4.5);
    }
  });
});
