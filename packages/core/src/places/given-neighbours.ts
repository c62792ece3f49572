import { OrynError } from '../errors/oryn-error.ts';
import { NeighbourRows, type Neighbours } from './neighbours.ts';

/** Rows of a table of neighbours as text and numbers; `row` is the number a person finds a row by. */
export interface NeighbourTable {
  readonly file: string;
  readonly place: readonly string[];
  readonly neighbour: readonly string[];
  /** One per row; absent where the table has no such column and every neighbour counts as one. */
  readonly weight?: ArrayLike<number> | undefined;
  readonly row: ArrayLike<number>;
}

/** Neighbours that a person gave. */
export interface GivenNeighbours {
  readonly neighbours: Neighbours;
  /** Pairs whose other direction is not given, or is given with another weight. */
  readonly oneWay: number;
}

/**
 * Neighbours from a table place, neighbour and perhaps weight: one direction a row, so a table may be asymmetric,
 * which is counted. A weight of 0 is no neighbour. Places the table does not name are islands.
 *
 * @param ids of the places, in their order
 * @throws OrynError neighbours.unknown-places, neighbours.weight, neighbours.self, neighbours.twice, neighbours.none
 */
export function givenNeighbours(ids: readonly string[], table: NeighbourTable): GivenNeighbours {
  const { file, place, neighbour, weight, row } = table;
  const position = new Map(ids.map((id, index) => [id, index]));
  let unknown = 0;
  let firstUnknown = -1;
  for (let i = 0; i < place.length; i++) {
    if (position.has(place[i]) && position.has(neighbour[i])) continue;
    if (unknown++ === 0) firstUnknown = i;
  }
  if (unknown > 0) {
    const id = position.has(place[firstUnknown]) ? neighbour[firstUnknown] : place[firstUnknown];
    throw new OrynError('neighbours.unknown-places', {
      file,
      count: unknown,
      row: row[firstUnknown],
      place: id,
    });
  }

  const byPlace: number[][] = ids.map(() => []);
  for (let i = 0; i < place.length; i++) {
    const from = position.get(place[i])!;
    if (place[i] === neighbour[i])
      throw new OrynError('neighbours.self', { file, row: row[i], place: place[i] });
    if (weight && !(weight[i] >= 0 && weight[i] < Infinity)) {
      throw new OrynError('neighbours.weight', { file, row: row[i], given: String(weight[i]) });
    }
    if (!weight || weight[i] > 0) byPlace[from].push(i);
  }
  const rows = new NeighbourRows(ids.length, { weighted: weight !== undefined });
  const weightOf = new Map<number, number>();
  byPlace.forEach((entries, from) => {
    for (const i of entries) {
      const to = position.get(neighbour[i])!;
      const key = from * ids.length + to;
      if (weightOf.has(key)) {
        throw new OrynError('neighbours.twice', {
          file,
          row: row[i],
          place: place[i],
          neighbour: neighbour[i],
        });
      }
      weightOf.set(key, weight ? weight[i] : 1);
      rows.add(to, weight ? weight[i] : 1);
    }
    rows.endRow();
  });
  if (weightOf.size === 0) throw new OrynError('neighbours.none', { file });
  let oneWay = 0;
  for (const [key, value] of weightOf) {
    const from = Math.floor(key / ids.length);
    if (weightOf.get((key % ids.length) * ids.length + from) !== value) oneWay++;
  }
  return { neighbours: rows.build(), oneWay };
}
