/** Fast random whole numbers for draws by the million; `RandomStream` is for everything else. */
export interface DrawGenerator {
  /** Uniform whole number on [0, bound), 1 <= bound < 2^31. */
  below(bound: number): number;
}

/**
 * Draws of task number `stream` of a seed: sfc32 (Doty-Humphrey 2010; 128 bits of state, passes PractRand),
 * started from seed and stream number, which are mixed before. A stream is found at once, whatever its number, so
 * task i may take stream i and the result does not depend on how many workers share the tasks.
 */
export function drawGenerator(seed: number, stream: number): DrawGenerator {
  let a = mixed(seed | 0, 0x9e3779b9);
  let b = mixed(stream | 0, a ^ 0x85ebca6b);
  let c = mixed(Math.floor(stream / 2 ** 32) | 0, b ^ 0xc2b2ae35);
  let counter = 1;
  const next = (): number => {
    const value = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + value) | 0;
    return value;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return {
    below(bound) {
      // 31 bits keep the remainder in whole-number arithmetic; the uneven rest of the range is drawn again.
      for (;;) {
        const bits = next() >>> 1;
        const value = bits % bound;
        if (bits - value + (bound - 1) <= 0x7fffffff) return value;
      }
    },
  };
}

/** The finaliser of MurmurHash3 over a number and a salt. */
function mixed(value: number, salt: number): number {
  let h = (value ^ salt) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
