import type { RandomStream } from '@oryn/core';
import { between, chance } from './chance.ts';
import type { XY } from './geometry.ts';
import type { Cell } from './grid.ts';
import { microDistrict } from './micro-district.ts';
import type { Sketch } from './sketch.ts';

/** Draws the streets inside one cell of the plan by its land use. */
export function drawCell(sketch: Sketch, cell: Cell, random: RandomStream): void {
  const width = cell.east - cell.west;
  const height = cell.north - cell.south;
  switch (cell.zone) {
    case 'C':
      lattice(sketch, cell, random, Math.round(width / 130), Math.round(height / 145), {
        gaps: 0.09,
        wobble: 5,
        yards: 0.4,
        streets: 'street',
      });
      break;
    case 'P': {
      // Long plots: lanes run along the longer blocks, whose direction changes from cell to cell.
      const lying = (cell.column * 7 + cell.row * 5) % 3 !== 0;
      const across = lying ? Math.round(width / 240) : Math.round(width / 82);
      const down = lying ? Math.round(height / 82) : Math.round(height / 240);
      lattice(sketch, cell, random, across, down, { gaps: 0.07, wobble: 6, yards: 0, streets: 'lane' });
      break;
    }
    case 'M':
      microDistrict(sketch, cell, random);
      break;
    case 'I':
      yards(sketch, cell, random);
      break;
    case 'A':
      allotments(sketch, cell, random);
      break;
    case 'G':
      park(sketch, cell, random);
      break;
    default:
  }
}

interface LatticeOptions {
  /** Share of pieces left out, so that blocks merge. */
  readonly gaps: number;
  /** Metres by which an inner crossing is moved. */
  readonly wobble: number;
  /** Share of blocks with a dead-end yard. */
  readonly yards: number;
  readonly streets: 'street' | 'lane';
}

function lattice(
  sketch: Sketch,
  cell: Cell,
  random: RandomStream,
  across: number,
  down: number,
  { gaps, wobble, yards: yardShare, streets }: LatticeOptions,
): void {
  const node = (i: number, j: number, move: XY): XY => [
    cell.west + ((cell.east - cell.west) * i) / across + (i > 0 && i < across ? move[0] : 0),
    cell.north + ((cell.south - cell.north) * j) / down + (j > 0 && j < down ? move[1] : 0),
  ];
  const nodes: XY[][] = [];
  for (let i = 0; i <= across; i++) {
    nodes.push([]);
    for (let j = 0; j <= down; j++) {
      nodes[i]!.push(node(i, j, [between(random, -wobble, wobble), between(random, -wobble, wobble)]));
    }
  }
  for (let j = 1; j < down; j++) {
    for (let i = 0; i < across; i++) {
      if (chance(random, gaps)) continue;
      // The same row of crossings in the next cell continues the street under the same name.
      sketch.draw(`${cell.zone}h${cell.row}.${down}.${j}`, streets, [nodes[i]![j]!, nodes[i + 1]![j]!]);
    }
  }
  for (let i = 1; i < across; i++) {
    for (let j = 0; j < down; j++) {
      if (chance(random, gaps)) continue;
      sketch.draw(`${cell.zone}v${cell.column}.${across}.${i}`, streets, [nodes[i]![j]!, nodes[i]![j + 1]!]);
    }
  }
  for (let i = 0; i < across; i++) {
    for (let j = 0; j < down; j++) {
      if (!chance(random, yardShare)) continue;
      const a = nodes[i]![j]!;
      const b = nodes[i + 1]![j]!;
      const at = between(random, 0.3, 0.7);
      const foot: XY = [a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at];
      const deep = ((cell.north - cell.south) / down) * between(random, 0.4, 0.62);
      sketch.draw(`yard${cell.column}.${cell.row}`, 'lane', [foot, [foot[0], foot[1] - deep]]);
    }
  }
}

/** A works road through the zone and sidings of unequal depth. */
function yards(sketch: Sketch, cell: Cell, random: RandomStream): void {
  // The works road goes on through the neighbouring yards, so its height belongs to the row.
  const middle = cell.south + (cell.north - cell.south) * (0.42 + 0.04 * (cell.row % 5));
  const bend = middle + between(random, -40, 40);
  const centre = (cell.west + cell.east) / 2;
  sketch.draw(`works${cell.row}`, 'street', [
    [cell.west, middle],
    [centre, bend],
    [cell.east, middle],
  ]);
  const branches = random.integer(3, 5);
  for (let i = 1; i <= branches; i++) {
    const u = cell.west + ((cell.east - cell.west) * (i - between(random, 0.2, 0.8))) / branches;
    const up = chance(random, 0.5);
    const reach =
      (up ? cell.north - middle : cell.south - middle) *
      (chance(random, 0.3) ? 1 : between(random, 0.4, 0.8));
    sketch.draw(`siding${cell.column}.${cell.row}`, 'lane', [
      [u, middle],
      [u + between(random, -8, 8), middle + reach],
    ]);
  }
}

function allotments(sketch: Sketch, cell: Cell, random: RandomStream): void {
  const lanes = Math.round((cell.east - cell.west) / 72);
  const top = cell.north - 45;
  const foot = cell.south + 45;
  const key = `plots${cell.column}.${cell.row}`;
  sketch.draw(key, 'lane', [
    [cell.west + 36, top],
    [cell.east - 36, top],
  ]);
  sketch.draw(key, 'lane', [
    [cell.west + 36, foot],
    [cell.east - 36, foot],
  ]);
  for (let i = 0; i < lanes; i++) {
    const u = cell.west + 36 + ((cell.east - cell.west - 72) * i) / (lanes - 1);
    if (i > 0 && i + 1 < lanes && chance(random, 0.1)) continue;
    sketch.draw(`${key}.${i}`, 'lane', [
      [u, top],
      [u + between(random, -6, 6), (top + foot) / 2],
      [u, foot],
    ]);
  }
  const gate = cell.west + 36 + ((cell.east - cell.west - 72) * random.integer(1, lanes - 2)) / (lanes - 1);
  sketch.draw(`${key}.gate`, 'street', [
    [gate, cell.north],
    [gate, top],
  ]);
  sketch.draw(`${key}.gate`, 'street', [
    [gate, foot],
    [gate, cell.south],
  ]);
}

/** A ring walk, entries from the sides and two walks that cross. */
function park(sketch: Sketch, cell: Cell, random: RandomStream): void {
  const centre: XY = [(cell.west + cell.east) / 2, (cell.north + cell.south) / 2];
  const a = (cell.east - cell.west) * 0.3;
  const b = (cell.north - cell.south) * 0.3;
  const key = `walk${cell.column}.${cell.row}`;
  const ring: XY[] = [];
  for (let i = 0; i <= 24; i++) {
    const angle = (2 * Math.PI * (i % 24)) / 24;
    ring.push([centre[0] + a * Math.cos(angle), centre[1] + b * Math.sin(angle)]);
  }
  sketch.draw(key, 'lane', ring);
  const turn = between(random, 0.1, 0.5);
  for (const angle of [turn, turn + Math.PI / 2]) {
    const far: XY = [centre[0] + a * Math.cos(angle), centre[1] + b * Math.sin(angle)];
    const near: XY = [2 * centre[0] - far[0], 2 * centre[1] - far[1]];
    sketch.draw(key, 'lane', [near, centre, far]);
  }
  sketch.draw(key, 'lane', [
    [cell.west, centre[1]],
    [centre[0] - a, centre[1]],
  ]);
  sketch.draw(key, 'lane', [
    [centre[0], cell.north],
    [centre[0], centre[1] + b],
  ]);
  sketch.draw(key, 'lane', [
    [centre[0] + a, centre[1]],
    [cell.east, centre[1]],
  ]);
}
