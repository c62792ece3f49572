import type { PlanarLines } from '@oryn/core';

/** Polylines from lists of numbers: x, y, x, y, … */
export function linesOf(lines: readonly (readonly number[])[]): PlanarLines {
  const offsets = new Uint32Array(lines.length + 1);
  lines.forEach((line, i) => {
    offsets[i + 1] = offsets[i] + line.length / 2;
  });
  const flat = lines.flat();
  return {
    offsets,
    x: Float64Array.from({ length: flat.length / 2 }, (_, i) => flat[2 * i]),
    y: Float64Array.from({ length: flat.length / 2 }, (_, i) => flat[2 * i + 1]),
  };
}
