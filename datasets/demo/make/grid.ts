import { along, signedArea, type XY } from './geometry.ts';
import type { CellPoint, CityPlan, Zone } from './plan.ts';

export interface Cell {
  readonly column: number;
  readonly row: number;
  readonly zone: Zone;
  readonly district: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

const SAMPLES_PER_EDGE = 6;

export function isBuilt(zone: Zone): boolean {
  return 'COMPIAG'.includes(zone);
}

export function zoneAt(plan: CityPlan, column: number, row: number): Zone {
  return (plan.zones[row]?.[column] ?? ' ') as Zone;
}

export function cellsOf(plan: CityPlan): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row + 1 < plan.rows.length; row++) {
    for (let column = 0; column + 1 < plan.columns.length; column++) {
      const zone = zoneAt(plan, column, row);
      if (zone === ' ') continue;
      cells.push({
        column,
        row,
        zone,
        district: Number(plan.districts[row]![column]),
        west: plan.columns[column]!,
        east: plan.columns[column + 1]!,
        north: plan.rows[row]!,
        south: plan.rows[row + 1]!,
      });
    }
  }
  return cells;
}

/** A point of a cell in the frame. */
export function framePoint(plan: CityPlan, [column, row, east, south]: CellPoint): XY {
  const west = plan.columns[column]!;
  const north = plan.rows[row]!;
  return [west + (plan.columns[column + 1]! - west) * east, north + (plan.rows[row + 1]! - north) * south];
}

/** A path of the frame in metres, with a point at least every `step` metres so that it bends with the frame. */
export function framePath(plan: CityPlan, path: readonly XY[], step = 45): XY[] {
  const points: XY[] = [plan.frame(path[0]![0], path[0]![1])];
  for (let i = 1; i < path.length; i++) {
    const a = path[i - 1]!;
    const b = path[i]!;
    const parts = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / step));
    for (let k = 1; k <= parts; k++) {
      const [u, v] = along(a, b, k / parts);
      points.push(plan.frame(u, v));
    }
  }
  return points;
}

/** How far a corner in empty land is moved, metres, so that outer limits look surveyed and not ruled. */
export type CornerShift = (column: number, row: number) => XY;

/**
 * The outline of a set of cells: shared edges cancel, the rest is chained into closed rings, outer rings
 * counter-clockwise.
 */
export function outlineOf(plan: CityPlan, cells: readonly Cell[], shift: CornerShift): XY[][] {
  const next = new Map<string, string[]>();
  const edge = (a: string, b: string): void => {
    const back = next.get(b);
    const at = back?.indexOf(a) ?? -1;
    if (back && at >= 0) back.splice(at, 1);
    else next.set(a, [...(next.get(a) ?? []), b]);
  };
  for (const { column, row } of cells) {
    const corners = [
      `${column},${row + 1}`,
      `${column + 1},${row + 1}`,
      `${column + 1},${row}`,
      `${column},${row}`,
    ];
    for (let i = 0; i < 4; i++) edge(corners[i]!, corners[(i + 1) % 4]!);
  }
  const rings: XY[][] = [];
  for (const start of next.keys()) {
    while ((next.get(start)?.length ?? 0) > 0) {
      const ring: XY[] = [];
      let at = start;
      do {
        const to = next.get(at)!.shift()!;
        ring.push(...edgePoints(plan, at, to, shift));
        at = to;
      } while (at !== start);
      rings.push(ring);
    }
  }
  return rings.filter((ring) => signedArea(ring) > 0);
}

function edgePoints(plan: CityPlan, from: string, to: string, shift: CornerShift): XY[] {
  const corner = (key: string): { uv: XY; move: XY } => {
    const [column, row] = key.split(',').map(Number) as [number, number];
    return { uv: [plan.columns[column]!, plan.rows[row]!], move: shift(column, row) };
  };
  // Both directions of an edge must give the same points, so it is always walked from its smaller key.
  const swap = from > to;
  const a = corner(swap ? to : from);
  const b = corner(swap ? from : to);
  const points: XY[] = [];
  for (let k = 0; k <= SAMPLES_PER_EDGE; k++) {
    const share = k / SAMPLES_PER_EDGE;
    const [u, v] = along(a.uv, b.uv, share);
    const [x, y] = plan.frame(u, v);
    const move = along(a.move, b.move, share);
    points.push([x + move[0], y + move[1]]);
  }
  if (swap) points.reverse();
  return points.slice(0, -1);
}
