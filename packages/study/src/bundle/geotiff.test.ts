import { meters, type Surface } from '@oryn/core';
import { fromArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { geotiffOf } from './geotiff.ts';

const surface: Surface = {
  left: 500_000,
  bottom: 5_600_000,
  cellSize: meters(50),
  columns: 4,
  rows: 3,
  values: Float64Array.from({ length: 12 }, (_, i) => i + 0.25),
  kernel: 'quartic',
  bandwidth: meters(300),
};

describe('GeoTIFF', () => {
  it('is read back by an independent reader: values north up, corner, cell size, plane', async () => {
    const bytes = await geotiffOf(surface, 'EPSG:32642');
    const image = await (await fromArrayBuffer(bytes.buffer as ArrayBuffer)).getImage();
    expect([image.getWidth(), image.getHeight()]).toEqual([4, 3]);
    const [band] = await image.readRasters();
    expect([...(band as Float32Array)]).toEqual([
      8.25, 9.25, 10.25, 11.25, 4.25, 5.25, 6.25, 7.25, 0.25, 1.25, 2.25, 3.25,
    ]);
    expect(image.getOrigin().slice(0, 2)).toEqual([500_000, 5_600_150]);
    expect(image.getResolution().slice(0, 2)).toEqual([50, -50]);
    expect(image.getGeoKeys()).toMatchObject({ GTModelTypeGeoKey: 1, ProjectedCSTypeGeoKey: 32642 });
  });

  it('names a plane without a code by its definition', async () => {
    const bytes = await geotiffOf(surface, '+proj=laea +lat_0=48');
    const image = await (await fromArrayBuffer(bytes.buffer as ArrayBuffer)).getImage();
    expect(image.getGeoKeys()).toMatchObject({
      ProjectedCSTypeGeoKey: 32767,
      GTCitationGeoKey: '+proj=laea +lat_0=48',
    });
  });
});
