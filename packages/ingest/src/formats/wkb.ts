import type { Geometry, Position } from 'geojson';

/** Collections inside collections; no program writes more than two. */
const DEEPEST = 8;

const EWKB_Z = 0x8000_0000;
const EWKB_M = 0x4000_0000;
const EWKB_SRID = 0x2000_0000;

/**
 * The geometry in well-known binary: ISO (with Z and M) and the extended form of PostGIS, in both byte orders. M
 * values are left away. An empty point is null.
 *
 * @throws RangeError where the bytes are no such geometry: cut off, of an unknown type, or claiming more than they hold
 */
export function geometryOfWkb(bytes: Uint8Array): Geometry | null {
  return new WkbReader(bytes).geometry(0);
}

interface Shape {
  readonly isLittle: boolean;
  readonly type: number;
  readonly hasZ: boolean;
  /** Numbers of one position. */
  readonly dimensions: number;
}

interface PartCoordinates {
  Point: Position;
  LineString: Position[];
  Polygon: Position[][];
}

class WkbReader {
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  geometry(depth: number): Geometry | null {
    if (depth > DEEPEST) throw new RangeError('depth');
    const shape = this.shape();
    switch (shape.type) {
      case 1: {
        const position = this.position(shape);
        return position.some((value) => Number.isNaN(value))
          ? null
          : { type: 'Point', coordinates: position };
      }
      case 2:
        return { type: 'LineString', coordinates: this.positions(shape) };
      case 3:
        return { type: 'Polygon', coordinates: this.rings(shape) };
      case 4:
        return { type: 'MultiPoint', coordinates: this.parts(shape, depth, 'Point') };
      case 5:
        return { type: 'MultiLineString', coordinates: this.parts(shape, depth, 'LineString') };
      case 6:
        return { type: 'MultiPolygon', coordinates: this.parts(shape, depth, 'Polygon') };
      case 7: {
        const geometries = this.list(shape, 5, () => this.geometry(depth + 1));
        return { type: 'GeometryCollection', geometries: geometries.filter((part) => part !== null) };
      }
      default:
        throw new RangeError('type');
    }
  }

  private shape(): Shape {
    const isLittle = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, isLittle);
    this.at += 5;
    if ((code & EWKB_SRID) !== 0) this.at += 4;
    const iso = code & 0xffff;
    const thousands = Math.floor(iso / 1000);
    if (thousands > 3) throw new RangeError('type');
    const hasZ = (code & EWKB_Z) !== 0 || thousands === 1 || thousands === 3;
    const hasM = (code & EWKB_M) !== 0 || thousands >= 2;
    return { isLittle, type: iso % 1000, hasZ, dimensions: 2 + Number(hasZ) + Number(hasM) };
  }

  /** A counted list whose parts take at least `least` bytes each, so that no claim can outgrow the bytes. */
  private list<T>(shape: Shape, least: number, read: () => T): T[] {
    const count = this.view.getUint32(this.at, shape.isLittle);
    this.at += 4;
    if (count * least > this.view.byteLength - this.at) throw new RangeError('count');
    return Array.from({ length: count }, read);
  }

  private position(shape: Shape): Position {
    const value = (index: number): number => this.view.getFloat64(this.at + index * 8, shape.isLittle);
    const position = shape.hasZ ? [value(0), value(1), value(2)] : [value(0), value(1)];
    this.at += shape.dimensions * 8;
    if (this.at > this.view.byteLength) throw new RangeError('end');
    return position;
  }

  private positions(shape: Shape): Position[] {
    return this.list(shape, shape.dimensions * 8, () => this.position(shape));
  }

  private rings(shape: Shape): Position[][] {
    return this.list(shape, 4, () => this.positions(shape));
  }

  /** Coordinates of the parts of a multi-geometry, each of which must be of `type`. */
  private parts<T extends keyof PartCoordinates>(shape: Shape, depth: number, type: T): PartCoordinates[T][] {
    return this.list(shape, 5, () => {
      const part = this.geometry(depth + 1);
      if (part?.type !== type) throw new RangeError('part');
      return part.coordinates as PartCoordinates[T];
    });
  }
}
