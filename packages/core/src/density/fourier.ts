/** Complex numbers of a square or oblong table, row by row; sides are powers of two. */
export interface ComplexTable {
  readonly columns: number;
  readonly rows: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export function complexTable(columns: number, rows: number): ComplexTable {
  return {
    columns,
    rows,
    real: new Float64Array(columns * rows),
    imaginary: new Float64Array(columns * rows),
  };
}

/** The least power of two that is not under a number. */
export const powerOfTwo = (atLeast: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, atLeast)));

/**
 * Discrete Fourier transform of a table in place (Cooley & Tukey 1965, radix 2), rows then columns; the inverse
 * is divided by the number of cells. Cost: 5 n log2 n operations over n cells.
 */
export function transform(table: ComplexTable, isInverse = false): void {
  const { columns, rows, real, imaginary } = table;
  const alongRows = lineTransform(columns, isInverse);
  for (let row = 0; row < rows; row++) {
    const line = row * columns;
    if (isEmpty(real, imaginary, line, line + columns)) continue;
    alongRows(real.subarray(line, line + columns), imaginary.subarray(line, line + columns));
  }
  const alongColumns = lineTransform(rows, isInverse);
  // Columns are copied out sixteen at a time, so that each line of memory is read once.
  const block = 16;
  const lines = Array.from({ length: block }, () => ({
    real: new Float64Array(rows),
    imaginary: new Float64Array(rows),
  }));
  for (let first = 0; first < columns; first += block) {
    const count = Math.min(block, columns - first);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < count; i++) {
        lines[i].real[row] = real[row * columns + first + i];
        lines[i].imaginary[row] = imaginary[row * columns + first + i];
      }
    }
    for (let i = 0; i < count; i++) alongColumns(lines[i].real, lines[i].imaginary);
    for (let row = 0; row < rows; row++) {
      for (let i = 0; i < count; i++) {
        real[row * columns + first + i] = lines[i].real[row];
        imaginary[row * columns + first + i] = lines[i].imaginary[row];
      }
    }
  }
  if (!isInverse) return;
  const scale = 1 / (columns * rows);
  for (let i = 0; i < real.length; i++) {
    real[i] *= scale;
    imaginary[i] *= scale;
  }
}

/** Most rows of a kernel hold nothing, and nothing transforms to nothing. */
function isEmpty(real: Float64Array, imaginary: Float64Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (real[i] !== 0 || imaginary[i] !== 0) return false;
  return true;
}

/** A transform of lines of one length, its table of roots made once. */
function lineTransform(
  length: number,
  isInverse: boolean,
): (real: Float64Array, imaginary: Float64Array) => void {
  const half = length >> 1;
  const cosines = new Float64Array(half);
  const sines = new Float64Array(half);
  for (let i = 0; i < half; i++) {
    cosines[i] = Math.cos((2 * Math.PI * i) / length);
    sines[i] = (isInverse ? 1 : -1) * Math.sin((2 * Math.PI * i) / length);
  }
  const swapped = new Uint32Array(length);
  for (let i = 1; i < length; i++) swapped[i] = (swapped[i >> 1] >> 1) | (i & 1 ? half : 0);
  return (real, imaginary) => {
    for (let i = 0; i < length; i++) {
      const other = swapped[i];
      if (other <= i) continue;
      const [re, im] = [real[i], imaginary[i]];
      real[i] = real[other];
      imaginary[i] = imaginary[other];
      real[other] = re;
      imaginary[other] = im;
    }
    for (let size = 1; size < length; size <<= 1) {
      const stride = half / size;
      for (let start = 0; start < length; start += 2 * size) {
        for (let i = 0; i < size; i++) {
          const cosine = cosines[i * stride];
          const sine = sines[i * stride];
          const low = start + i;
          const high = low + size;
          const re = real[high] * cosine - imaginary[high] * sine;
          const im = real[high] * sine + imaginary[high] * cosine;
          real[high] = real[low] - re;
          imaginary[high] = imaginary[low] - im;
          real[low] += re;
          imaginary[low] += im;
        }
      }
    }
  };
}

/** Product of two tables into the first: the transform of a convolution. */
export function multiplyInto(table: ComplexTable, other: ComplexTable): void {
  const { real, imaginary } = table;
  for (let i = 0; i < real.length; i++) {
    const re = real[i] * other.real[i] - imaginary[i] * other.imaginary[i];
    imaginary[i] = real[i] * other.imaginary[i] + imaginary[i] * other.real[i];
    real[i] = re;
  }
}
