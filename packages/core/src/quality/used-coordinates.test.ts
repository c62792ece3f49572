import { describe, expect, it } from 'vitest';
import { randomStream } from '../random/stream.ts';
import { type PlacedIncidents, usedCoordinates } from './used-coordinates.ts';

const ROWS = 1500;
const random = randomStream(8);
const x = Float64Array.from({ length: ROWS }, () => random.integer(0, 20) ** 2 * 7);
const y = Float64Array.from({ length: ROWS }, () => random.integer(0, 12) ** 2 * 9);
const column = (labels: number) => ({
  codes: Uint16Array.from({ length: ROWS }, () => random.integer(0, labels - 1)),
  labels: Array.from({ length: labels }, (_, code) => (code ? `label ${code}` : '')),
});
const incidents: PlacedIncidents = {
  lon: x.map((value) => 71 + value / 1e5),
  lat: y.map((value) => 51 + value / 1e5),
  x,
  y,
  time: Float64Array.from({ length: ROWS }, () => random.integer(0, 30) * 86_400 + random.integer(0, 9)),
  category: column(4),
  placeType: column(3),
  district: column(5),
  row: Uint32Array.from({ length: ROWS }, (_, i) => i + 2),
};

describe('most used coordinates', () => {
  it('counts what counting by hand counts', () => {
    const rowsAt = new Map<string, number[]>();
    for (let row = 0; row < ROWS; row++) {
      const key = `${incidents.lon[row]} ${incidents.lat[row]}`;
      rowsAt.set(key, [...(rowsAt.get(key) ?? []), row]);
    }
    const byUse = [...rowsAt.values()].sort((a, b) => b.length - a.length || a[0] - b[0]);
    const used = usedCoordinates(incidents, 10);
    expect(used.distinct).toBe(rowsAt.size);
    expect(used.sharedRows).toBe(
      byUse.filter((rows) => rows.length > 1).reduce((sum, rows) => sum + rows.length, 0),
    );
    expect(used.top).toHaveLength(10);
    used.top.forEach((stack, i) => {
      const rows = byUse[i];
      const codes = rows.map((row) => incidents.category.codes[row]);
      const countOf = (code: number): number => codes.filter((other) => other === code).length;
      const known = [...new Set(codes)].filter((code) => code > 0);
      const most = Math.max(...known.map(countOf));
      const around = Array.from({ length: ROWS }, (_, row) => Math.hypot(x[row] - stack.x, y[row] - stack.y));
      const overall = (code: number): number =>
        incidents.category.codes.filter((other) => other === code).length / ROWS;
      expect(stack.n).toBe(rows.length);
      expect(stack.share).toBeCloseTo(rows.length / ROWS, 12);
      expect(stack.firstRow).toBe(rows[0] + 2);
      expect(stack.days).toBe(new Set(rows.map((row) => Math.floor(incidents.time[row] / 86_400))).size);
      expect(stack.categories).toBe(known.length);
      expect(countOf(stack.commonestCategory.code)).toBe(most);
      expect(stack.commonestCategory.share).toBeCloseTo(most / rows.length, 12);
      expect(stack.districts).toBe(
        new Set(rows.map((row) => incidents.district!.codes[row]).filter((code) => code > 0)).size,
      );
      expect(stack.around).toBe(around.filter((distance) => distance > 50 && distance <= 500).length);
      const distance = [0, 1, 2, 3].reduce(
        (sum, code) => sum + Math.abs(countOf(code) / rows.length - overall(code)) / 2,
        0,
      );
      expect(stack.mixDistance).toBeCloseTo(distance, 12);
    });
  });

  it('lists no coordinate that is used once', () => {
    const one = { codes: new Uint16Array(2), labels: [''] };
    const two = Float64Array.from([1, 2]);
    const used = usedCoordinates({
      lon: two,
      lat: two,
      x: two,
      y: two,
      time: two,
      category: one,
      placeType: one,
      row: new Uint32Array(2),
    });
    expect(used).toMatchObject({ distinct: 2, sharedRows: 0, top: [] });
  });
});
