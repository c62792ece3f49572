import type { Bounds } from '../geometry/polygon-index.ts';

/** Boxes in a grid of square-ish cells: which of them may hold a point, and which may meet another box. */
export class BoxGrid {
  private readonly boxes: readonly Bounds[];
  private readonly whole: Bounds;
  /** Cells along one side of the grid. */
  private readonly side: number;
  private readonly offsets: Uint32Array;
  private readonly members: Uint32Array;

  constructor(boxes: readonly Bounds[]) {
    this.boxes = boxes;
    this.whole = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (const { west, south, east, north } of boxes) {
      this.whole.west = Math.min(this.whole.west, west);
      this.whole.south = Math.min(this.whole.south, south);
      this.whole.east = Math.max(this.whole.east, east);
      this.whole.north = Math.max(this.whole.north, north);
    }
    this.side = Math.max(1, Math.ceil(Math.sqrt(boxes.length)));
    this.offsets = new Uint32Array(this.side * this.side + 1);
    for (const box of boxes) this.visitCells(box, (cell) => this.offsets[cell + 1]++);
    for (let cell = 0; cell < this.side * this.side; cell++) this.offsets[cell + 1] += this.offsets[cell];
    const next = this.offsets.slice(0, -1);
    this.members = new Uint32Array(this.offsets[this.side * this.side]);
    boxes.forEach((box, number) => {
      this.visitCells(box, (cell) => {
        this.members[next[cell]++] = number;
      });
    });
  }

  /** Every box that holds a point, ascending. */
  visitAt(x: number, y: number, visit: (box: number) => void): void {
    const { west, south, east, north } = this.whole;
    if (!(x >= west && x <= east && y >= south && y <= north)) return;
    const cell = this.row(y) * this.side + this.column(x);
    for (let at = this.offsets[cell]; at < this.offsets[cell + 1]; at++) {
      const box = this.boxes[this.members[at]];
      if (x >= box.west && x <= box.east && y >= box.south && y <= box.north) visit(this.members[at]);
    }
  }

  /** Every box that meets another, some of them more than once. */
  visitMeeting(other: Bounds, visit: (box: number) => void): void {
    this.visitCells(other, (cell) => {
      for (let at = this.offsets[cell]; at < this.offsets[cell + 1]; at++) {
        const box = this.boxes[this.members[at]];
        const isApart =
          box.west > other.east ||
          box.east < other.west ||
          box.south > other.north ||
          box.north < other.south;
        if (!isApart) visit(this.members[at]);
      }
    });
  }

  private column(x: number): number {
    return this.along(x - this.whole.west, this.whole.east - this.whole.west);
  }

  private row(y: number): number {
    return this.along(y - this.whole.south, this.whole.north - this.whole.south);
  }

  private along(distance: number, span: number): number {
    if (!(span > 0)) return 0;
    return Math.max(0, Math.min(this.side - 1, Math.floor((distance / span) * this.side)));
  }

  private visitCells(box: Bounds, visit: (cell: number) => void): void {
    for (let row = this.row(box.south); row <= this.row(box.north); row++) {
      for (let column = this.column(box.west); column <= this.column(box.east); column++) {
        visit(row * this.side + column);
      }
    }
  }
}
