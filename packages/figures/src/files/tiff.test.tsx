import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { exampleMap } from '../../make/example-props.ts';
import { HotPlacesMap, renderSvg } from '../index.ts';
import { renderTiff } from '../node.ts';
import { rasterOf } from './raster.ts';

const svg = renderSvg(<HotPlacesMap {...exampleMap('kk', { widthMm: 85 })} />);

describe('renderTiff', () => {
  it('is read back by another library, pixel by pixel, with its resolution', async () => {
    const dpi = 150;
    const file = await fromArrayBuffer(renderTiff(svg, { dpi }).slice().buffer);
    const image = await file.getImage();
    const { pixels, width, height } = rasterOf(svg, dpi);
    expect([image.getWidth(), image.getHeight()]).toEqual([width, height]);
    expect(width).toBe(Math.round((85 / 25.4) * dpi));
    const directory = image.getFileDirectory();
    const resolution: unknown = await directory.loadValue('XResolution');
    expect([...(resolution as Uint32Array)]).toEqual([dpi * 100, 100]);
    expect(await directory.loadValue('ResolutionUnit')).toBe(2);
    const read = (await image.readRasters({ interleave: true })) as unknown as Uint8Array;
    const expected = pixels.filter((_, i) => i % 4 < 3);
    expect(Buffer.compare(Buffer.from(read), Buffer.from(expected))).toBe(0);
  });

  it('gives the same bytes twice', () => {
    expect(Buffer.compare(renderTiff(svg, { dpi: 72 }), renderTiff(svg, { dpi: 72 }))).toBe(0);
  });

  it('refuses by a code what would not fit into memory', () => {
    const huge = renderSvg(<HotPlacesMap {...exampleMap('en')} />, { widthMm: 1500 });
    expect(() => renderTiff(huge, { dpi: 1200 })).toThrow(
      expect.objectContaining({
        code: 'figure.too-many-pixels',
        parameters: expect.objectContaining({ dpi: 1200 }),
      }),
    );
  });
});
