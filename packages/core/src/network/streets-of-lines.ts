import type { OnProgress } from '../progress/on-progress.ts';
import type { PlanarLines } from './segment-index.ts';
import { sharedVertices } from './shared-vertices.ts';
import { splitAtCrossings } from './split-at-crossings.ts';
import { type EdgePath, networkOfEdges, type StreetNetwork } from './street-network.ts';

/** Lines between two calls of `onProgress`. */
const LINES_PER_CALL = 1024;

/**
 * The street network of lines.
 *
 * Lines meet only where they share a vertex, be it an end or inside them, as the streets of OpenStreetMap do;
 * `noding: 'crossings'` also joins lines that cross or touch between vertices (bridges too). Nothing is simplified:
 * loops, parallel edges, dead ends and separate parts stay. No lines give a network without edges.
 *
 * @param options.tolerance metres; vertices this near are one place (0: equal coordinates), which moves lines by as
 *   much at most
 */
export function streetNetwork(
  lines: PlanarLines,
  options: {
    tolerance?: number | undefined;
    noding?: 'vertices' | 'crossings' | undefined;
    onProgress?: OnProgress | undefined;
  } = {},
): StreetNetwork {
  const { tolerance = 0, noding = 'vertices', onProgress } = options;
  if (!(tolerance >= 0 && tolerance < Infinity)) throw new RangeError(`tolerance ${tolerance}`);
  const { usable, original, tooShort, notFinite } = usableLines(lines);
  const noded = noding === 'crossings' ? splitAtCrossings(usable, tolerance) : usable;
  const { first } = sharedVertices(noded.x, noded.y, tolerance);

  const seen = new Set<string>();
  const paths: EdgePath[] = [];
  let [withoutLength, duplicates, duplicateEdges, duplicateLength] = [0, 0, 0, 0];
  const lengthOf = (places: readonly number[]): number =>
    places.reduce((sum, place, i) => (i === 0 ? 0 : sum + metersBetween(noded, places[i - 1], place)), 0);
  const isNew = (places: readonly number[]): boolean => {
    const key = keyOf(places);
    if (!seen.has(key)) return Boolean(seen.add(key));
    duplicateLength += lengthOf(places);
    return false;
  };
  for (let i = 0; i < original.length; i++) {
    if (i % LINES_PER_CALL === 0) onProgress?.(i, original.length);
    const places: number[] = [];
    for (let vertex = noded.offsets[i]; vertex < noded.offsets[i + 1]; vertex++) {
      if (first[vertex] !== places[places.length - 1]) places.push(first[vertex]);
    }
    if (places.length < 2) withoutLength++;
    else if (!isNew(places)) duplicates++;
    else paths.push({ line: original[i], places });
  }

  // A place is a node where a line ends or where it is passed more than once.
  const passed = new Uint8Array(noded.x.length);
  for (const { places } of paths) {
    for (const place of places) passed[place] = Math.min(2, passed[place] + 1);
    passed[places[0]] = 2;
    passed[places[places.length - 1]] = 2;
  }
  seen.clear();
  const pieces: EdgePath[] = [];
  let kept = 0;
  for (const { line, places } of paths) {
    const before = pieces.length;
    let dropped = 0;
    for (let start = 0, at = 1; at < places.length; at++) {
      if (passed[places[at]] < 2) continue;
      const piece = places.slice(start, at + 1);
      start = at;
      if (isNew(piece)) pieces.push({ line, places: piece });
      else dropped++;
    }
    if (pieces.length === before) duplicates++;
    else {
      kept++;
      duplicateEdges += dropped;
    }
  }
  const account = { lines: lines.offsets.length - 1, kept, tooShort, notFinite, withoutLength, duplicates };
  return networkOfEdges(pieces, noded, { ...account, duplicateEdges, duplicateLength });
}

/** Lines of two vertices or more with finite coordinates only, and their positions among all. */
function usableLines(lines: PlanarLines): {
  usable: PlanarLines;
  original: number[];
  tooShort: number;
  notFinite: number;
} {
  const { offsets, x, y } = lines;
  const original: number[] = [];
  const keptOffsets = [0];
  const vertices: number[] = [];
  let [tooShort, notFinite] = [0, 0];
  for (let i = 0; i + 1 < offsets.length; i++) {
    let finite = true;
    for (let at = offsets[i]; at < offsets[i + 1]; at++) {
      finite &&= Number.isFinite(x[at]) && Number.isFinite(y[at]);
    }
    if (!finite) notFinite++;
    else if (offsets[i + 1] - offsets[i] < 2) tooShort++;
    else {
      for (let at = offsets[i]; at < offsets[i + 1]; at++) vertices.push(at);
      original.push(i);
      keptOffsets.push(vertices.length);
    }
  }
  const usable = {
    offsets: Uint32Array.from(keptOffsets),
    x: Float64Array.from(vertices, (at) => x[at]),
    y: Float64Array.from(vertices, (at) => y[at]),
  };
  return { usable, original, tooShort, notFinite };
}

/** The same for a path and the way back over it. */
function keyOf(places: readonly number[]): string {
  const back = [...places].reverse();
  for (let i = 0; i < places.length; i++) {
    if (places[i] !== back[i]) return (places[i] < back[i] ? places : back).join();
  }
  return places.join();
}

const metersBetween = ({ x, y }: PlanarLines, a: number, b: number): number =>
  Math.hypot(x[b] - x[a], y[b] - y[a]);
