/** Something to be labelled with a disc: its point and how far its outline reaches, in pixels. */
export interface DiscTarget {
  readonly x: number;
  readonly y: number;
  readonly reach: number;
}

export interface Obstacle {
  readonly x: number;
  readonly y: number;
  /** How bad it is to cover it. */
  readonly weight: number;
}

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const DIRECTIONS = 24;
const OVERLAP_COST = 1e6;

/**
 * Places a disc beside each target, near it but over as little of the marked places as can be, never over
 * another disc where there is room. In the order given: the first ranks choose first.
 */
export function placeDiscs(
  targets: readonly DiscTarget[],
  radius: number,
  obstacles: readonly Obstacle[],
  frame: Frame,
): { x: number; y: number }[] {
  const placed: { x: number; y: number }[] = [];
  for (const target of targets) {
    let best = { x: target.x, y: target.y };
    let bestCost = Number.POSITIVE_INFINITY;
    for (const step of [0.5, 1.5, 2.5, 4, 6]) {
      const distance = target.reach + radius * step + 1;
      for (let i = 0; i < DIRECTIONS; i++) {
        const angle = (i / DIRECTIONS) * 2 * Math.PI;
        const at = inside(
          { x: target.x + distance * Math.cos(angle), y: target.y - distance * Math.sin(angle) },
          radius + 2,
          frame,
        );
        const cost = coverCost(at, radius, obstacles) + discCost(at, radius, placed, targets) + step * 2;
        if (cost < bestCost - 1e-9) [best, bestCost] = [at, cost];
      }
    }
    placed.push(best);
  }
  return placed;
}

function coverCost(at: { x: number; y: number }, radius: number, obstacles: readonly Obstacle[]): number {
  let cost = 0;
  for (const { x, y, weight } of obstacles) {
    if (Math.hypot(x - at.x, y - at.y) < radius * 1.4) cost += weight;
  }
  return cost;
}

function discCost(
  at: { x: number; y: number },
  radius: number,
  placed: readonly { x: number; y: number }[],
  targets: readonly DiscTarget[],
): number {
  let cost = 0;
  for (const other of placed) {
    if (Math.hypot(other.x - at.x, other.y - at.y) < 2 * radius + 2) cost += OVERLAP_COST;
  }
  for (const target of targets) {
    if (Math.hypot(target.x - at.x, target.y - at.y) < radius + target.reach * 0.7) cost += 12;
  }
  return cost;
}

function inside(at: { x: number; y: number }, margin: number, frame: Frame): { x: number; y: number } {
  return {
    x: Math.min(frame.left + frame.width - margin, Math.max(frame.left + margin, at.x)),
    y: Math.min(frame.top + frame.height - margin, Math.max(frame.top + margin, at.y)),
  };
}
