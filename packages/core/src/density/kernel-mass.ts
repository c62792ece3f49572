import type { Position } from 'geojson';
import type { PlanarWindow } from '../geometry/planar-window.ts';
import { type PointGrid, pointGrid } from '../geometry/point-grid.ts';
import { type Kernel, kernelMassWithin, kernelRadius } from './kernels.ts';
import { signedRingArea } from './ring-polygons.ts';

/** Nodes and weights of Gauss-Legendre quadrature of eight points on [-1, 1] (the positive half). */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/** A point nearer to an edge than this part of the radius is moved off it by as much. */
const NUDGE = 1e-9;

/** Edges of a window in pieces, each with its ends, the area on its left. */
interface EdgePieces {
  ends: Float64Array;
  grid: PointGrid;
}

/**
 * How much of a kernel's mass lies in a window: a function of the kernel's centre, 0 to 1.
 *
 * With M(r) the mass within r of the centre, Green's theorem makes the mass in a polygon the integral of
 * M(r) dθ / 2π along its edges. Written as [centre inside] - Σ ∫ (1 - M(r)) dθ / 2π only edges within the radius
 * count. Along an edge at distance p the integral has a closed form for the polynomial kernels; for `gaussian`
 * and `negative-exponential` it is taken by Gauss-Legendre quadrature, smooth because M(r) ~ r². Absolute error
 * under 1e-9 (1e-7 for `negative-exponential`).
 *
 * Polygons must not overlap. Cost: the edges within the radius of each centre.
 *
 * @param usualBandwidth of the kernel, metres; the one of a centre where none is given with it
 */
export function kernelMass(
  window: PlanarWindow,
  kernel: Kernel,
  usualBandwidth: number,
): (x: number, y: number, bandwidth?: number) => number {
  const pieceLength = kernelRadius(kernel, usualBandwidth);
  const { ends, grid } = edgePieces(window, pieceLength);
  const integral = EDGE_INTEGRALS[kernel];

  /** The sum over near edges of ∫ (1 - M) dθ; undefined where the centre lies on one of them. */
  const missing = (x: number, y: number, bandwidth: number, radius: number): number | undefined => {
    let sum = 0;
    const reach = radius + pieceLength / 2;
    const firstRow = Math.max(0, Math.floor((y - reach - grid.bottom) / grid.cellSize));
    const lastRow = Math.min(grid.rows - 1, Math.floor((y + reach - grid.bottom) / grid.cellSize));
    const first = Math.max(0, Math.floor((x - reach - grid.left) / grid.cellSize));
    const last = Math.min(grid.columns - 1, Math.floor((x + reach - grid.left) / grid.cellSize));
    if (first > last) return 0;
    for (let row = firstRow; row <= lastRow; row++) {
      const end = grid.offsets[row * grid.columns + last + 1];
      for (let at = grid.offsets[row * grid.columns + first]; at < end; at++) {
        const piece = grid.order[at] * 4;
        const [ax, ay] = [ends[piece] - x, ends[piece + 1] - y];
        const [dx, dy] = [ends[piece + 2] - ends[piece], ends[piece + 3] - ends[piece + 1]];
        const length = Math.hypot(dx, dy);
        // Distance to the line, positive with the centre on its left, and where along it the piece runs.
        const p = (ax * dy - ay * dx) / length / bandwidth;
        const from = (ax * dx + ay * dy) / length / bandwidth;
        const to = from + length / bandwidth;
        if (Math.abs(p) * bandwidth >= radius) continue;
        if (Math.abs(p) * bandwidth < NUDGE * radius) {
          if (from * bandwidth < NUDGE * radius && to * bandwidth > -NUDGE * radius) return undefined;
          continue;
        }
        // Beyond the radius nothing is missing.
        const half = Math.sqrt((radius / bandwidth) ** 2 - p * p);
        const [start, stop] = [Math.max(from, -half), Math.min(to, half)];
        if (start < stop) sum += integral(p, start, stop);
      }
    }
    return sum;
  };

  return (x, y, bandwidth = usualBandwidth) => {
    const radius = kernelRadius(kernel, bandwidth);
    let [px, py] = [x, y];
    for (let shift = 1; ; shift++) {
      const sum = missing(px, py, bandwidth, radius);
      if (sum !== undefined) {
        const mass = (window.contains(px, py) ? 1 : 0) - sum / (2 * Math.PI);
        return Math.min(1, Math.max(0, mass));
      }
      // Directions by the golden angle: never twice along the same edge.
      px = x + shift * 4 * NUDGE * radius * Math.cos(2.4 * shift);
      py = y + shift * 4 * NUDGE * radius * Math.sin(2.4 * shift);
    }
  };
}

/** The edges of a window in pieces, outlines counter-clockwise and holes clockwise, found by their middles. */
function edgePieces(window: PlanarWindow, length: number): EdgePieces {
  const ends: number[] = [];
  const addRing = (ring: readonly Position[], isOutline: boolean): void => {
    const isForward = signedRingArea(ring) > 0 === isOutline;
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = isForward ? [ring[i - 1], ring[i]] : [ring[i], ring[i - 1]];
      const pieces = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / length);
      for (let piece = 0; piece < pieces; piece++) {
        const [from, to] = [piece / pieces, (piece + 1) / pieces];
        ends.push(a[0] + from * (b[0] - a[0]), a[1] + from * (b[1] - a[1]));
        ends.push(a[0] + to * (b[0] - a[0]), a[1] + to * (b[1] - a[1]));
      }
    }
  };
  for (const polygon of window.polygons) polygon.forEach((ring, i) => void addRing(ring, i === 0));
  const count = ends.length / 4;
  const middle = (axis: number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => (ends[4 * i + axis] + ends[4 * i + 2 + axis]) / 2);
  return { ends: Float64Array.from(ends), grid: pointGrid(middle(0), middle(1), length) };
}

/**
 * ∫ (1 - M(r)) dθ along a straight edge at distance p (bandwidths, with the side the centre lies on as its sign)
 * from t = a to t = b along it, all within the radius; r² = p² + t², dθ = p dt / r².
 */
type EdgeIntegral = (p: number, a: number, b: number) => number;

const angle: EdgeIntegral = (p, a, b) => Math.atan2(p * (b - a), p * p + a * b);

/** ∫ r^(2 power) dθ, whose antiderivatives are polynomials of t. */
const ofPower = (power: 1 | 2 | 3): EdgeIntegral => {
  const antiderivative = (q: number, t: number): number => {
    if (power === 1) return t;
    if (power === 2) return q * t + t ** 3 / 3;
    return q * q * t + (2 / 3) * q * t ** 3 + t ** 5 / 5;
  };
  return (p, a, b) => p * (antiderivative(p * p, b) - antiderivative(p * p, a));
};
const [squares, fourths, sixths] = [ofPower(1), ofPower(2), ofPower(3)];

/** ∫ r³ dθ, for the cone. */
const cubes: EdgeIntegral = (p, a, b) => {
  const antiderivative = (t: number): number => {
    const r = Math.hypot(p, t);
    return (t * r + p * p * Math.asinh(t / Math.abs(p))) / 2;
  };
  return p * (antiderivative(b) - antiderivative(a));
};

/** Angle less the quadrature of M(r) p / r² over panels, split at the foot of the perpendicular. */
const byQuadrature = (kernel: Kernel, panel: number): EdgeIntegral => {
  const massWithin = kernelMassWithin[kernel];
  const between = (p: number, a: number, b: number): number => {
    const panels = Math.ceil((b - a) / panel);
    const half = (b - a) / panels / 2;
    let sum = 0;
    for (let i = 0; i < panels; i++) {
      const middle = a + (2 * i + 1) * half;
      for (let node = 0; node < NODES.length; node++) {
        for (const t of [middle - half * NODES[node], middle + half * NODES[node]]) {
          const squared = p * p + t * t;
          sum += WEIGHTS[node] * (massWithin(Math.sqrt(squared)) / squared);
        }
      }
    }
    return sum * half * p;
  };
  return (p, a, b) => {
    const mass = a < 0 && b > 0 ? between(p, a, 0) + between(p, 0, b) : between(p, a, b);
    return angle(p, a, b) - mass;
  };
};

const EDGE_INTEGRALS: Readonly<Record<Kernel, EdgeIntegral>> = {
  quartic: (p, a, b) => angle(p, a, b) - 3 * squares(p, a, b) + 3 * fourths(p, a, b) - sixths(p, a, b),
  epanechnikov: (p, a, b) => angle(p, a, b) - 2 * squares(p, a, b) + fourths(p, a, b),
  triangular: (p, a, b) => angle(p, a, b) - 3 * squares(p, a, b) + 2 * cubes(p, a, b),
  uniform: (p, a, b) => angle(p, a, b) - squares(p, a, b),
  gaussian: byQuadrature('gaussian', 1),
  'negative-exponential': byQuadrature('negative-exponential', 1 / 3),
};
