import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleLorenz, exampleMap } from '../make/example-props.ts';
import { wellFormed } from '../make/well-formed.ts';
import {
  HotPlacesMap,
  LorenzChart,
  NARROWEST_MM,
  type Paper,
  paperStyles,
  renderSvg,
  sideBySide,
  styleNames,
} from './index.ts';
import { svgRoot } from './svg-root.ts';

const mapOn = (paper: Paper) => renderSvg(<HotPlacesMap {...exampleMap('ru')} />, paper);

describe('paper', () => {
  it('gives every style its width, with letters magnified and nothing broken', () => {
    for (const style of styleNames) {
      const { heightMm: _, ...endless } = paperStyles[style];
      const svg = mapOn(endless);
      const { widthMm, heightMm } = svgRoot(svg);
      expect(widthMm).toBeCloseTo(paperStyles[style].widthMm, 2);
      expect(wellFormed(svg)).toBe(true);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
      expect(Number(width)).toBeCloseTo((widthMm / 25.4 / (paperStyles[style].magnify ?? 1)) * 96, 1);
      expect(heightMm / widthMm).toBeCloseTo(Number(height) / Number(width), 3);
    }
  });

  it('keeps every figure to the height of a slide, letters in step', () => {
    const { widthMm: most, heightMm: highest = 0 } = paperStyles.slide;
    expect(highest).toBeLessThan((338.67 * 9) / 16);
    for (const lang of languages) {
      for (const figure of [
        <HotPlacesMap key={1} {...exampleMap(lang)} />,
        <LorenzChart key={2} {...exampleLorenz(lang)} />,
        <LorenzChart key={3} {...exampleLorenz(lang, { simulated: false })} />,
      ]) {
        const svg = renderSvg(figure, paperStyles.slide);
        const { widthMm, heightMm } = svgRoot(svg);
        expect(heightMm).toBeLessThanOrEqual(highest + 0.01);
        expect(Math.max(widthMm / most, heightMm / highest)).toBeCloseTo(1, 2);
        const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!;
        expect(heightMm / widthMm).toBeCloseTo(Number(height) / Number(width), 3);
      }
    }
  });

  it('draws the narrowest figure in every language', () => {
    for (const lang of languages) {
      for (const figure of [
        <HotPlacesMap key={1} {...exampleMap(lang)} />,
        <LorenzChart key={2} {...exampleLorenz(lang)} />,
      ]) {
        const svg = renderSvg(figure, { widthMm: NARROWEST_MM });
        expect(svg).not.toMatch(/NaN|undefined|Infinity|="-\d+(\.\d+)?mm"/);
        expect(wellFormed(svg)).toBe(true);
      }
    }
  });

  it('sets the title of a numbered figure under it, as the language writes it', () => {
    const captions = { en: 'Figure 3 – ', ru: 'Рисунок 3 – ', kk: '3-сурет – ' };
    for (const lang of languages) {
      const svg = renderSvg(<LorenzChart {...exampleLorenz(lang, { title: 'Қала' })} />, {
        number: 3,
      }).replaceAll('\u00a0', ' ');
      expect(svg.split(`>${captions[lang]}Қала</text>`).length).toBe(2);
      expect(svg.includes('>Қала</text>')).toBe(false);
      expect(svg.indexOf(captions[lang])).toBeGreaterThan(svg.indexOf('N = '));
    }
  });
});

describe('sideBySide', () => {
  const panels = ['a', 'b'].map((letter) => mapOn({ widthMm: 85, letter }));

  it('is as wide as its panels and the gap, names apart', () => {
    const svg = sideBySide(panels, 'ru', 'Две карты', { number: 1 }).replaceAll('\u00a0', ' ');
    expect(svgRoot(svg)).toMatchObject({ title: 'Две карты' });
    expect(svgRoot(svg).widthMm).toBeCloseTo(174, 1);
    expect(svg.includes('>Рисунок 1 – Две карты</text>')).toBe(true);
    expect(wellFormed(svg)).toBe(true);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(svg.includes(`url(#${id})`)).toBe(true);
  });

  it('magnifies as its panels are magnified', () => {
    const large = ['a', 'b'].map((letter) => mapOn({ widthMm: 170, magnify: 2, letter }));
    expect(svgRoot(sideBySide(large, 'ru', 'x', { magnify: 2 })).widthMm).toBeCloseTo(348, 1);
  });

  it('keeps maps to a common scale and height of frame', () => {
    const map = { pixelsPerMeter: 0.01, heightPixels: 400 };
    const svg = mapOn({ widthMm: 85, map });
    expect(svg.includes('data-map-scale="0.01" data-map-height="400"')).toBe(true);
    const [, meters, pixels] = /data-scale-meters="(\d+)" data-scale-pixels="([\d.]+)"/.exec(svg)!;
    expect(Number(pixels) / Number(meters)).toBeCloseTo(0.01, 5);
  });
});
