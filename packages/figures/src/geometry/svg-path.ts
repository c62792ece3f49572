/** Steps per pixel: a tenth of a pixel is a third of a dot at 300 dpi. */
const STEPS = 10;

/**
 * SVG path data of many lines as one path, in relative steps of a tenth of a pixel. Vertices that fall on
 * the one before are left out, and so is a line that shrinks to a point.
 *
 * @param lines x, y pairs in pixels
 * @param closed whether each is a ring
 */
export function pathData(lines: Iterable<Float64Array>, closed: boolean): string {
  let data = '';
  for (const line of lines) data += linePath(line, closed);
  return data;
}

/** A number of pixels as written in the figure: at most two decimals, no trailing zeros, no '-0'. */
export function px(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

function linePath(line: Float64Array, closed: boolean): string {
  let x = Math.round(line[0]! * STEPS);
  let y = Math.round(line[1]! * STEPS);
  const start = `M${x / STEPS} ${y / STEPS}`;
  let steps = '';
  let count = 0;
  for (let i = 2; i + 1 < line.length; i += 2) {
    const nextX = Math.round(line[i]! * STEPS);
    const nextY = Math.round(line[i + 1]! * STEPS);
    if (nextX === x && nextY === y) continue;
    steps += `${count === 0 ? 'l' : ' '}${(nextX - x) / STEPS} ${(nextY - y) / STEPS}`;
    x = nextX;
    y = nextY;
    count++;
  }
  if (count < (closed ? 2 : 1)) return '';
  return start + steps + (closed ? 'Z' : '');
}
