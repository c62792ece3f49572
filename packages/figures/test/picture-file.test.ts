import { describe, expect, it } from 'vitest';
import { type Picture, pictureFile, readPicture } from '../make/picture-file.ts';
import { differenceOf } from '../make/saved-picture.ts';

/** A picture of one row. */
const rowOf = (colours: readonly (readonly number[])[]): Picture => ({
  width: colours.length,
  height: 1,
  rgba: Uint8Array.from(colours.flatMap((colour) => [...colour, 255])),
});

const grey = (value: number): number[] => [value, value, value];

describe('the file of a picture', () => {
  it('holds up to 64 colours as they are', () => {
    const picture = rowOf(Array.from({ length: 640 }, (_, i) => [4 * (i % 64), 255 - (i % 64), 7]));
    const read = readPicture(pictureFile(picture));
    expect([read.width, read.height]).toEqual([640, 1]);
    expect(Uint8Array.from(read.rgba)).toEqual(picture.rgba);
  });

  it('keeps flat fills and a rare colour where there are more, and moves the others little', () => {
    const shades = Array.from({ length: 250 }, (_, i) => grey(i));
    const picture = rowOf([...Array.from({ length: 999 }, () => grey(250)), ...shades, [178, 38, 15]]);
    const { rgba } = readPicture(pictureFile(picture));
    expect([...rgba.slice(0, 3)]).toEqual(grey(250));
    expect([...rgba.slice(-4, -1)]).toEqual([178, 38, 15]);
    const moved = shades.map(([value], i) => Math.abs(rgba[4 * (999 + i)]! - value!));
    expect(Math.max(...moved)).toBeLessThanOrEqual(4);
  });

  it('differs where pixels do, as a whole where the size does', () => {
    const [white, ink] = [grey(255), grey(30)];
    const before = rowOf([white, white, white, white]);
    expect(differenceOf(before, rowOf([white, ink, white, ink])).pixels).toBe(2);
    expect(differenceOf(before, rowOf([white, white, white, grey(250)])).pixels).toBe(0);
    expect(differenceOf(before, rowOf([white])).pixels).toBe(Number.POSITIVE_INFINITY);
  });
});
