import type { RandomStream } from '@oryn/core';
import { between, chance } from './chance.ts';
import { drawCell } from './fabric.ts';
import type { XY } from './geometry.ts';
import { type Cell, cellsOf, isBuilt, zoneAt } from './grid.ts';
import type { CityPlan, StreetClass } from './plan.ts';
import { newSketch, type Sketch, type Stroke } from './sketch.ts';

/** All streets of a city in its frame: avenues and edges of the cells, what lies inside them, outer roads. */
export function drawStreets(plan: CityPlan, random: RandomStream): readonly Stroke[] {
  const sketch = newSketch();
  for (const { key, path } of plan.roads)
    sketch.draw(key, 'main', key.startsWith('road') ? smooth(path) : path);
  drawColumnEdges(plan, sketch);
  drawRowEdges(plan, sketch);
  const cells = cellsOf(plan);
  for (const cell of cells) drawCell(sketch, cell, random);
  drawOldTown(plan, sketch, cells, random);
  return sketch.strokes;
}

const CURVE_STEPS = 8;

/** A curve through the points of a road (Catmull & Rom 1974). */
function smooth(path: readonly XY[]): XY[] {
  const curve: XY[] = [path[0]!];
  for (let i = 1; i < path.length; i++) {
    const p0 = path[Math.max(0, i - 2)]!;
    const p1 = path[i - 1]!;
    const p2 = path[i]!;
    const p3 = path[Math.min(path.length - 1, i + 1)]!;
    for (let k = 1; k <= CURVE_STEPS; k++) {
      const t = k / CURVE_STEPS;
      const axis = (a: 0 | 1): number =>
        0.5 *
        (2 * p1[a] +
          (p2[a] - p0[a]) * t +
          (2 * p0[a] - 5 * p1[a] + 4 * p2[a] - p3[a]) * t * t +
          (3 * p1[a] - p0[a] - 3 * p2[a] + p3[a]) * t * t * t);
      curve.push([axis(0), axis(1)]);
    }
  }
  return curve;
}

function drawColumnEdges(plan: CityPlan, sketch: Sketch): void {
  for (let edge = 0; edge < plan.columns.length; edge++) {
    const streetClass: StreetClass = plan.avenues.columns.includes(edge) ? 'main' : 'street';
    const u = plan.columns[edge]!;
    for (let row = 0; row + 1 < plan.rows.length; row++) {
      const west = zoneAt(plan, edge - 1, row);
      const east = zoneAt(plan, edge, row);
      const wet = west === '~' || east === '~';
      const rail = west === '=' || east === '=';
      if (wet && !plan.bridges.includes(edge)) continue;
      if (rail && !plan.railCrossings.includes(edge)) continue;
      if (!wet && !rail && !isBuilt(west) && !isBuilt(east)) continue;
      // Paths of a park and works roads do not need a street at their back.
      if (west === east && (west === 'G' || (west === 'I' && edge % 2 === 0))) continue;
      sketch.draw(`column${edge}`, streetClass, [
        [u, plan.rows[row]!],
        [u, plan.rows[row + 1]!],
      ]);
    }
  }
}

function drawRowEdges(plan: CityPlan, sketch: Sketch): void {
  for (let edge = 0; edge < plan.rows.length; edge++) {
    const streetClass: StreetClass = plan.avenues.rows.includes(edge) ? 'main' : 'street';
    const v = plan.rows[edge]!;
    for (let column = 0; column + 1 < plan.columns.length; column++) {
      const north = zoneAt(plan, column, edge - 1);
      const south = zoneAt(plan, column, edge);
      if (!isBuilt(north) && !isBuilt(south)) continue;
      if (north === south && (north === 'G' || north === 'I')) continue;
      sketch.draw(`row${edge}`, streetClass, [
        [plan.columns[column]!, v],
        [plan.columns[column + 1]!, v],
      ]);
    }
  }
}

const OLD_TOWN_ACROSS = 118;
const OLD_TOWN_ALONG = 92;

/** The streets of the old town are older than the avenues and keep their own direction. */
function drawOldTown(plan: CityPlan, sketch: Sketch, cells: readonly Cell[], random: RandomStream): void {
  const old = cells.filter((cell) => cell.zone === 'O');
  if (old.length === 0) return;
  const centre: XY = [
    old.reduce((sum, cell) => sum + (cell.west + cell.east) / 2, 0) / old.length,
    old.reduce((sum, cell) => sum + (cell.north + cell.south) / 2, 0) / old.length,
  ];
  const angle = (plan.oldTownAngle * Math.PI) / 180;
  const reach = 18;
  const nodes = new Map<string, XY>();
  for (let i = -reach; i <= reach; i++) {
    for (let j = -reach; j <= reach; j++) {
      const a = i * OLD_TOWN_ACROSS + between(random, -11, 11);
      const b = j * OLD_TOWN_ALONG + between(random, -11, 11);
      nodes.set(`${i},${j}`, [
        centre[0] + a * Math.cos(angle) - b * Math.sin(angle),
        centre[1] + a * Math.sin(angle) + b * Math.cos(angle),
      ]);
    }
  }
  for (let i = -reach; i < reach; i++) {
    for (let j = -reach; j < reach; j++) {
      const from = nodes.get(`${i},${j}`)!;
      const gapA = chance(random, 0.1);
      const gapB = chance(random, 0.1);
      for (const cell of old) {
        if (!gapA)
          drawClipped(
            sketch,
            `oldA${j}`,
            j === 0 ? 'street' : 'lane',
            from,
            nodes.get(`${i + 1},${j}`)!,
            cell,
          );
        if (!gapB)
          drawClipped(
            sketch,
            `oldB${i}`,
            i === 0 ? 'street' : 'lane',
            from,
            nodes.get(`${i},${j + 1}`)!,
            cell,
          );
      }
    }
  }
}

/** The part of an edge inside a cell (Liang & Barsky 1984). */
function drawClipped(sketch: Sketch, key: string, streetClass: StreetClass, a: XY, b: XY, cell: Cell): void {
  let from = 0;
  let to = 1;
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  for (const [p, q] of [
    [-dx, a[0] - cell.west],
    [dx, cell.east - a[0]],
    [-dy, a[1] - cell.south],
    [dy, cell.north - a[1]],
  ] as const) {
    if (p === 0) {
      if (q < 0) return;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  if (from >= to) return;
  sketch.draw(key, streetClass, [
    [a[0] + dx * from, a[1] + dy * from],
    [a[0] + dx * to, a[1] + dy * to],
  ]);
}
