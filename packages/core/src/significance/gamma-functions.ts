/**
 * ln Γ(x) for x > 0: Stirling's series (Abramowitz & Stegun 1964, 6.1.41) above 15, below it the recurrence
 * Γ(x + 1) = x Γ(x). About 14 digits, relative or absolute, whichever is larger.
 */
export function logGamma(x: number): number {
  let shift = 1;
  let z = x;
  while (z < 15) {
    shift *= z;
    z++;
  }
  const r = 1 / (z * z);
  const series =
    (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}

/** ψ(x), the derivative of ln Γ, for x > 0 (Abramowitz & Stegun 1964, 6.3.5 and 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 15) {
    shift -= 1 / z;
    z++;
  }
  const r = 1 / (z * z);
  const series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132)))));
  return shift + Math.log(z) - 1 / (2 * z) - series;
}

/**
 * Regularised incomplete beta I_x(a, b), for a, b > 0 and x in [0, 1]: continued fraction DLMF 8.17.22 on the side
 * of the mean where it converges fast. The small one of I and 1 - I keeps its digits.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  const isBelowMean = x < (a + 1) / (a + b + 2);
  const tail = isBelowMean ? betaFraction(x, a, b) / a : betaFraction(1 - x, b, a) / b;
  const value = Math.exp(logFront) * tail;
  return isBelowMean ? value : 1 - value;
}

/** Lentz's method, as in Press et al. (2007) 6.4. */
function betaFraction(x: number, a: number, b: number): number {
  const TINY = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), TINY);
  let h = d;
  for (let m = 1; m <= 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d, TINY);
    c = nonZero(1 + even / c, TINY);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d, TINY);
    c = nonZero(1 + odd / c, TINY);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** Regularised lower incomplete gamma P(a, x) and its complement Q(a, x), a > 0, x >= 0 (DLMF 8.11.4, 8.9.2). */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, front * sum);
    return { lower, upper: 1 - lower };
  }
  const TINY = 1e-300;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n <= 100_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / nonZero(step * d + b, TINY);
    c = nonZero(b + step / c, TINY);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  const upper = Math.min(1, front * h);
  return { lower: 1 - upper, upper };
}

/** The value that a gamma variable of given shape and scale 1 stays under with probability p in [0, 1). */
export function gammaQuantile(p: number, shape: number): number {
  if (p <= 0) return 0;
  let low = 0;
  let high = shape + 1;
  while (incompleteGamma(shape, high).lower < p) {
    low = high;
    high *= 2;
  }
  // Bisection, first on the logarithm: a small shape puts its low quantiles at 1e-100 and less.
  for (let step = 0; step < 400 && high - low > 1e-14 * high; step++) {
    const middle = low > 0 ? Math.sqrt(low * high) : high * 1e-3;
    if (low === 0 && middle < 1e-300) return 0;
    if (incompleteGamma(shape, middle).lower < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
