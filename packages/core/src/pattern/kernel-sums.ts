/** Sums of an Epanechnikov kernel over distances, at r = step, 2 step … */
export interface KernelSums {
  /** A distance with its weight. */
  add(distance: number, weight: number): void;
  /** Σ weight · k(r - distance) at each r, k the kernel of unit mass, per metre. */
  total(): Float64Array;
}

/**
 * The kernel is a parabola in r as long as r is within its half-width of the distance, so only its three
 * coefficients are kept, with where it begins and ends: exact, at six additions a distance.
 *
 * @param steps how many r @param halfWidth metres, greater than 0
 */
export function epanechnikovSums(stepMeters: number, steps: number, halfWidth: number): KernelSums {
  const constant = new Float64Array(steps + 2);
  const linear = new Float64Array(steps + 2);
  const square = new Float64Array(steps + 2);
  const perWidth = 1 / (halfWidth * halfWidth);
  const perStep = 1 / stepMeters;
  return {
    add(distance, weight) {
      const first = Math.max(1, Math.floor((distance - halfWidth) * perStep) + 1);
      const past = Math.min(steps + 1, Math.max(first, Math.ceil((distance + halfWidth) * perStep)));
      if (first > steps) return;
      const a = weight * (1 - distance * distance * perWidth);
      const b = weight * 2 * distance * perWidth;
      const c = weight * perWidth;
      constant[first] += a;
      linear[first] += b;
      square[first] += c;
      constant[past] -= a;
      linear[past] -= b;
      square[past] -= c;
    },
    total() {
      const sums = new Float64Array(steps);
      let [a, b, c] = [0, 0, 0];
      for (let k = 1; k <= steps; k++) {
        a += constant[k];
        b += linear[k];
        c += square[k];
        const r = k * stepMeters;
        sums[k - 1] = Math.max(0, (0.75 / halfWidth) * (a + b * r - c * r * r));
      }
      return sums;
    },
  };
}
