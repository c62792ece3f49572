/** Square blocks of places. */
export interface SpatialBlocks {
  /** Of each place, 0 to blocks - 1. */
  block: Uint32Array;
  /** Blocks with at least one place. */
  blocks: number;
  sizeMeters: number;
}

/** Blocks that the default side aims at: enough to know the spread between them, few enough to be wide. */
const BLOCKS_AIMED_AT = 64;

/**
 * Places by the square of a grid they lie in, for resampling that keeps neighbours together. A block must be much wider
 * than the distance over which places resemble each other; otherwise the interval that comes of the blocks is too
 * narrow.
 *
 * @param x metres east, one per place
 * @param y metres north
 * @param options.size side of a block in metres, > 0; by default the side that gives about 64 blocks with a place in it
 */
export function spatialBlocks(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: { size?: number | undefined } = {},
): SpatialBlocks {
  const { west, south, extent } = frameOf(x, y);
  const inSquares = (size: number): SpatialBlocks => numberSquares(x, y, { west, south, size });
  if (options.size !== undefined) return inSquares(options.size);
  if (!(extent > 0)) return inSquares(1);
  // Smaller squares give more blocks, but for a few places at an edge: bisection on the logarithm of the side.
  let narrow = extent / BLOCKS_AIMED_AT;
  let wide = extent;
  for (let step = 0; step < 20; step++) {
    const middle = Math.sqrt(narrow * wide);
    if (inSquares(middle).blocks >= BLOCKS_AIMED_AT) narrow = middle;
    else wide = middle;
  }
  return inSquares(narrow);
}

function numberSquares(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  { west, south, size }: { west: number; south: number; size: number },
): SpatialBlocks {
  const numbers = new Map<number, number>();
  const block = new Uint32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    // Squares of a grid under 2^26 wide have keys that a double holds.
    const key = Math.floor((x[i] - west) / size) * 2 ** 26 + Math.floor((y[i] - south) / size);
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    block[i] = number;
  }
  return { block, blocks: numbers.size, sizeMeters: size };
}

function frameOf(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { west: number; south: number; extent: number } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    west = Math.min(west, x[i]);
    east = Math.max(east, x[i]);
    south = Math.min(south, y[i]);
    north = Math.max(north, y[i]);
  }
  return { west, south, extent: Math.max(east - west, north - south) };
}
