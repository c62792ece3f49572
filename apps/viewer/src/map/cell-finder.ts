import { type CellShapes, CORNERS, mercatorOf } from '../worker/cell-columns.ts';

/** Places far apart would need more squares than a search is worth. */
const MOST_SQUARES_A_SIDE = 2048;

/** Which cell lies under a point: the cells in the squares of a grid that are no smaller than a cell. */
export class CellFinder {
  private readonly shapes: CellShapes;
  private readonly west: number;
  private readonly north: number;
  private readonly step: number;
  private readonly columns: number;
  private readonly rows: number;
  /** Cells whose middle lies in a square stand together. */
  private readonly offsets: Uint32Array;
  private readonly cells: Uint32Array;
  private readonly middles: Float32Array;

  constructor(shapes: CellShapes) {
    this.shapes = shapes;
    const count = shapes.corners.length / CORNERS / 2;
    this.middles = middlesOf(shapes, count);
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let cell = 0; cell < count; cell++) {
      west = Math.min(west, this.middles[cell * 2]);
      east = Math.max(east, this.middles[cell * 2]);
      north = Math.min(north, this.middles[cell * 2 + 1]);
      south = Math.max(south, this.middles[cell * 2 + 1]);
    }
    const extent = count > 0 ? Math.max(east - west, south - north) : 0;
    this.step = Math.max(widthOf(shapes), extent / MOST_SQUARES_A_SIDE) || 1;
    this.west = west;
    this.north = north;
    this.columns = count > 0 ? Math.floor((east - west) / this.step) + 1 : 0;
    this.rows = count > 0 ? Math.floor((south - north) / this.step) + 1 : 0;
    const squares = Uint32Array.from({ length: count }, (_, cell) =>
      this.square(this.column(this.middles[cell * 2]), this.row(this.middles[cell * 2 + 1])),
    );
    this.offsets = new Uint32Array(this.columns * this.rows + 1);
    for (const square of squares) this.offsets[square + 1]++;
    for (let i = 0; i < this.columns * this.rows; i++) this.offsets[i + 1] += this.offsets[i];
    const next = this.offsets.slice();
    this.cells = new Uint32Array(count);
    squares.forEach((square, cell) => {
      this.cells[next[square]++] = cell;
    });
  }

  /** The cell that holds a point; undefined where none does. */
  at(lon: number, lat: number): number | undefined {
    const [worldX, worldY] = mercatorOf(lon, lat);
    const { origin } = this.shapes;
    const [x, y] = [worldX - origin[0], worldY - origin[1]];
    const [column, row] = [this.column(x), this.row(y)];
    for (let r = Math.max(0, row - 1); r <= Math.min(this.rows - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(this.columns - 1, column + 1); c++) {
        const square = this.square(c, r);
        for (let i = this.offsets[square]; i < this.offsets[square + 1]; i++) {
          if (this.holds(this.cells[i], x, y)) return this.cells[i];
        }
      }
    }
    return undefined;
  }

  private holds(cell: number, x: number, y: number): boolean {
    const { corners } = this.shapes;
    let sign = 0;
    for (let i = 0; i < CORNERS; i++) {
      const at = (cell * CORNERS + i) * 2;
      const next = (cell * CORNERS + ((i + 1) % CORNERS)) * 2;
      const turn =
        (corners[next] - corners[at]) * (y - corners[at + 1]) -
        (corners[next + 1] - corners[at + 1]) * (x - corners[at]);
      if (turn === 0) continue;
      if (sign !== 0 && Math.sign(turn) !== sign) return false;
      sign = Math.sign(turn);
    }
    return sign !== 0;
  }

  private column(x: number): number {
    return Math.floor((x - this.west) / this.step);
  }

  private row(y: number): number {
    return Math.floor((y - this.north) / this.step);
  }

  private square(column: number, row: number): number {
    return row * this.columns + column;
  }
}

/** The width of the first cell from corner to corner; in one city the others hardly differ. */
function widthOf({ corners }: CellShapes): number {
  return corners.length === 0 ? 0 : Math.hypot(corners[6] - corners[0], corners[7] - corners[1]) * 1.2;
}

function middlesOf({ corners }: CellShapes, count: number): Float32Array {
  const middles = new Float32Array(count * 2);
  for (let i = 0; i < corners.length; i++) {
    middles[Math.floor(i / (CORNERS * 2)) * 2 + (i % 2)] += corners[i] / CORNERS;
  }
  return middles;
}
