import { crc32 } from 'node:zlib';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleLorenz } from '../../make/example-props.ts';
import { LorenzChart, renderSvg } from '../index.ts';
import { renderPng } from '../node.ts';

const svg = renderSvg(<LorenzChart {...exampleLorenz('kk')} />);

describe('renderPng', () => {
  it('has the pixels of its millimetres and states its resolution', () => {
    for (const dpi of [150, 300]) {
      const png = Buffer.from(renderPng(svg, { dpi }));
      expect(png.readUInt32BE(16)).toBe(Math.round((120 / 25.4) * dpi));
      expect(png.toString('latin1', 37, 41)).toBe('pHYs');
      expect(png.readUInt32BE(41)).toBe(Math.round(dpi / 0.0254));
      expect(png[49]).toBe(1);
      expect(png.readUInt32BE(50)).toBe(crc32(png.subarray(37, 50)));
    }
  });

  it('gives the same bytes twice and refuses an SVG without physical size', () => {
    expect(renderPng(svg)).toEqual(renderPng(svg));
    expect(() => renderPng('<svg width="10" height="10"/>')).toThrow('millimetres');
  });

  it('draws letters of every language', () => {
    for (const lang of languages) {
      const png = (title: string) =>
        renderPng(renderSvg(<LorenzChart {...exampleLorenz(lang, { title })} />), { dpi: 96 });
      expect(png('ә')).not.toEqual(png('ғ'));
    }
  });
});
