import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bundleOfZip, zipOfBundle } from './bundle-zip.ts';

const files = new Map([
  ['manifest.json', strToU8('{}')],
  ['figures/lorenz.svg', strToU8('<svg/>')],
]);

describe('a bundle as one file', () => {
  it('comes back as it was, and is the same bytes in any order', () => {
    const zip = zipOfBundle(files);
    expect(new Map([...bundleOfZip('b.zip', zip)!].sort())).toEqual(new Map([...files].sort()));
    expect(zipOfBundle(new Map([...files].reverse()))).toEqual(zip);
  });

  it('is found in a folder inside the zip', () => {
    const zip = zipSync({
      'town/manifest.json': strToU8('{}'),
      'town/places.csv': strToU8('a'),
      'x.txt': strToU8(''),
    });
    expect([...bundleOfZip('b.zip', zip)!.keys()].sort()).toEqual(['manifest.json', 'places.csv']);
  });

  it('is not seen in another zip, and a broken one says so', () => {
    expect(bundleOfZip('a.zip', zipSync({ 'a.shp': strToU8('') }))).toBeUndefined();
    expect(() => bundleOfZip('cut.zip', zipOfBundle(files).slice(0, 60))).toThrow(
      expect.objectContaining({ code: 'file.damaged' }),
    );
  });
});
