import type { Geometry, Position } from 'geojson';

const POINT = 1;
const LINE_STRING = 2;
const POLYGON = 3;
const MULTI_POLYGON = 6;

/** Byte order and type of a geometry; a number of parts; a coordinate pair. */
const HEAD_BYTES = 5;
const COUNT_BYTES = 4;
const PAIR_BYTES = 16;

/**
 * A geometry of longitude and latitude as well-known binary (ISO), little-endian.
 *
 * @throws RangeError for a kind no place has
 */
export function wkbOf(geometry: Geometry): Uint8Array {
  switch (geometry.type) {
    case 'Point':
      return written(HEAD_BYTES + PAIR_BYTES, (wkb) => wkb.head(POINT).pair(geometry.coordinates));
    case 'LineString':
      return written(HEAD_BYTES + lineBytes(geometry.coordinates), (wkb) =>
        wkb.head(LINE_STRING).line(geometry.coordinates),
      );
    case 'Polygon':
      return written(polygonBytes(geometry.coordinates), (wkb) => wkb.polygon(geometry.coordinates));
    case 'MultiPolygon': {
      const { coordinates } = geometry;
      const bytes = HEAD_BYTES + COUNT_BYTES + sum(coordinates.map(polygonBytes));
      return written(bytes, (wkb) => {
        wkb.head(MULTI_POLYGON).count(coordinates.length);
        for (const polygon of coordinates) wkb.polygon(polygon);
      });
    }
    default:
      throw new RangeError(`No well-known binary for ${geometry.type}`);
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const lineBytes = (line: readonly Position[]): number => COUNT_BYTES + line.length * PAIR_BYTES;

const polygonBytes = (rings: readonly Position[][]): number =>
  HEAD_BYTES + COUNT_BYTES + sum(rings.map(lineBytes));

function written(size: number, write: (wkb: WkbWriter) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new WkbWriter(bytes));
  return bytes;
}

class WkbWriter {
  private readonly view: DataView;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer);
  }

  head(type: number): this {
    this.view.setUint8(this.at, 1);
    this.at += 1;
    return this.count(type);
  }

  count(value: number): this {
    this.view.setUint32(this.at, value, true);
    this.at += COUNT_BYTES;
    return this;
  }

  pair([lon, lat]: Position): this {
    this.view.setFloat64(this.at, lon, true);
    this.view.setFloat64(this.at + 8, lat, true);
    this.at += PAIR_BYTES;
    return this;
  }

  line(positions: readonly Position[]): this {
    this.count(positions.length);
    for (const position of positions) this.pair(position);
    return this;
  }

  polygon(rings: readonly Position[][]): void {
    this.head(POLYGON).count(rings.length);
    for (const ring of rings) this.line(ring);
  }
}
