import type { Geometry, Position } from 'geojson';
import { polygonsOfRings } from './feature-table-rings.ts';

const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;

/**
 * The shapes of a .shp file in its own coordinates, heights and measures left away; null for a null shape.
 *
 * @throws RangeError where the bytes are no such file: cut off, of an unknown type, or claiming more than they hold
 */
export function readShapes(bytes: Uint8Array): (Geometry | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0) !== 9994) throw new RangeError('magic');
  const shapes: (Geometry | null)[] = [];
  for (let at = HEADER_BYTES; at + RECORD_HEADER_BYTES <= bytes.length; ) {
    const start = at + RECORD_HEADER_BYTES;
    const length = view.getInt32(at + 4) * 2;
    if (length < 4 || start + length > bytes.length) throw new RangeError('record');
    shapes.push(shapeOf(new DataView(bytes.buffer, bytes.byteOffset + start, length)));
    at = start + length;
  }
  return shapes;
}

function shapeOf(view: DataView): Geometry | null {
  const type = view.getInt32(0, true);
  // Types with heights add 10, with measures 20; their first bytes are those of the plain type.
  switch (type === 0 ? 0 : type % 10) {
    case 0:
      return null;
    case 1: {
      const [x, y] = [view.getFloat64(4, true), view.getFloat64(12, true)];
      return Number.isFinite(x) && Number.isFinite(y) ? { type: 'Point', coordinates: [x, y] } : null;
    }
    case 8: {
      const coordinates = positions(view, 40, count(view, 36, 16));
      return coordinates.length > 0 ? { type: 'MultiPoint', coordinates } : null;
    }
    case 3: {
      const lines = parts(view);
      if (lines.length === 0) return null;
      return lines.length === 1
        ? { type: 'LineString', coordinates: lines[0] }
        : { type: 'MultiLineString', coordinates: lines };
    }
    case 5: {
      const polygons = polygonsOfRings(parts(view));
      if (polygons.length === 0) return null;
      return polygons.length === 1
        ? { type: 'Polygon', coordinates: polygons[0] }
        : { type: 'MultiPolygon', coordinates: polygons };
    }
    default:
      throw new RangeError('type');
  }
}

/** Lines or rings: where each begins, then the points of all. */
function parts(view: DataView): Position[][] {
  const partCount = count(view, 36, 4);
  const pointCount = count(view, 40, 16);
  const first = 44 + partCount * 4;
  const starts = Array.from({ length: partCount }, (_, i) => view.getInt32(44 + i * 4, true));
  starts.push(pointCount);
  const lists: Position[][] = [];
  for (let i = 0; i < partCount; i++) {
    if (starts[i] < 0 || starts[i] > starts[i + 1]) throw new RangeError('part');
    const list = positions(view, first + starts[i] * 16, starts[i + 1] - starts[i]);
    if (list.length > 0) lists.push(list);
  }
  return lists;
}

function count(view: DataView, at: number, leastBytes: number): number {
  const value = view.getInt32(at, true);
  if (value < 0 || value * leastBytes > view.byteLength) throw new RangeError('count');
  return value;
}

function positions(view: DataView, at: number, length: number): Position[] {
  return Array.from({ length }, (_, i) => [
    view.getFloat64(at + i * 16, true),
    view.getFloat64(at + i * 16 + 8, true),
  ]);
}
