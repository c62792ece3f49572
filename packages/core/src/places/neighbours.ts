import { gridDisk } from 'h3-js';

/**
 * Who is next to whom, as compressed rows (CSR): the neighbours of place i are
 * `indices[offsets[i]] … indices[offsets[i + 1] - 1]`, ascending, without i itself.
 */
export interface Neighbours {
  offsets: Uint32Array;
  indices: Uint32Array;
}

/** First-ring neighbours of H3 cells within the given set; a pentagon has five, a rim cell fewer. */
export function hexagonNeighbours(cells: readonly string[]): Neighbours {
  const position = new Map(cells.map((cell, index) => [cell, index]));
  return neighboursOf(cells.length, (index) => {
    const found: number[] = [];
    for (const cell of gridDisk(cells[index], 1)) {
      const neighbour = position.get(cell);
      if (neighbour !== undefined && neighbour !== index) found.push(neighbour);
    }
    return found;
  });
}

/** Build compressed rows from a list per place. */
export function neighboursOf(count: number, listOf: (index: number) => number[]): Neighbours {
  const offsets = new Uint32Array(count + 1);
  const indices: number[] = [];
  for (let i = 0; i < count; i++) {
    for (const neighbour of listOf(i).sort((a, b) => a - b)) indices.push(neighbour);
    offsets[i + 1] = indices.length;
  }
  return { offsets, indices: Uint32Array.from(indices) };
}

/** The part of a neighbour structure among some places: `members` are the places kept, in order. */
export function restrictNeighbours(neighbours: Neighbours, members: Uint32Array): Neighbours {
  const { offsets, indices } = neighbours;
  const positionOf = new Int32Array(offsets.length - 1).fill(-1);
  members.forEach((place, position) => {
    positionOf[place] = position;
  });
  return neighboursOf(members.length, (position) => {
    const found: number[] = [];
    const place = members[position];
    for (let i = offsets[place]; i < offsets[place + 1]; i++) {
      if (positionOf[indices[i]] >= 0) found.push(positionOf[indices[i]]);
    }
    return found;
  });
}
