import { describe, expect, it } from 'vitest';
import type { Bounds } from '../worker/types.ts';
import { askedOf, type FigureForm, partOf } from './figure-choice.ts';

const city: Bounds = [70, 46, 71, 47];
const form: FigureForm = { part: 'view', widthMm: 85, isGrey: false, dpi: 300 };

describe('the figure asked for', () => {
  it('is of a part only where a map shows one', () => {
    const part: Bounds = [70.2, 46.2, 70.4, 46.3];
    expect(partOf(part, city)).toBe(part);
    expect(partOf([69, 46.5, 70.5, 48], city)).toEqual([69, 46.5, 70.5, 48]);
    for (const whole of [undefined, [69, 45, 72, 48], [-180, -80, 180, 80], [80, 46, 81, 47]] as const) {
      expect(partOf(whole as Bounds | undefined, city)).toBeUndefined();
    }
  });

  it('has the part of a map, and none of a chart', () => {
    const parts = { view: city, district: undefined };
    expect(askedOf('counts', form, parts, {}).extent).toBe(city);
    expect(askedOf('counts', { ...form, part: 'district' }, parts, {}).extent).toBeUndefined();
    expect(askedOf('counts', { ...form, part: 'city' }, parts, {}).extent).toBeUndefined();
    expect(askedOf('lorenz', form, parts, {}).extent).toBeUndefined();
  });
});
