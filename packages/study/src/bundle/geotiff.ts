import type { GridValues } from '@oryn/core';

/** TIFF field types. */
const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const ASCII = 2;

interface Field {
  tag: number;
  type: number;
  values: number[];
}

/**
 * A surface as GeoTIFF: one band of 32-bit floats (of a density incidents per km²), north up, deflated, in its metric plane.
 * The plane is named by its EPSG code; a plane without a code is named by its definition in the citation key.
 */
export async function geotiffOf(surface: GridValues, crs: string): Promise<Uint8Array> {
  const { columns, rows, values, cellSize } = surface;
  const northUp = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    northUp.set(values.subarray((rows - 1 - row) * columns, (rows - row) * columns), row * columns);
  }
  const strip = await deflate(new Uint8Array(littleEndian(northUp)));
  const epsg = /^EPSG:(\d+)$/i.exec(crs)?.[1];
  const citation = `${crs}|`;
  const keys = [
    [1024, 0, 1, 1],
    [1025, 0, 1, 1],
    [1026, 34737, citation.length, 0],
    [3072, 0, 1, epsg ? Number(epsg) : 32767],
    [3076, 0, 1, 9001],
  ];
  const fields: Field[] = [
    { tag: 256, type: LONG, values: [columns] },
    { tag: 257, type: LONG, values: [rows] },
    { tag: 258, type: SHORT, values: [32] },
    { tag: 259, type: SHORT, values: [8] },
    { tag: 262, type: SHORT, values: [1] },
    { tag: 273, type: LONG, values: [0] },
    { tag: 277, type: SHORT, values: [1] },
    { tag: 278, type: LONG, values: [rows] },
    { tag: 279, type: LONG, values: [strip.length] },
    { tag: 284, type: SHORT, values: [1] },
    { tag: 339, type: SHORT, values: [3] },
    { tag: 33550, type: DOUBLE, values: [cellSize, cellSize, 0] },
    { tag: 33922, type: DOUBLE, values: [0, 0, 0, surface.left, surface.bottom + rows * cellSize, 0] },
    { tag: 34735, type: SHORT, values: [1, 1, 0, keys.length, ...keys.flat()] },
    { tag: 34737, type: ASCII, values: [...citation].map((letter) => letter.charCodeAt(0)).concat(0) },
  ];
  return assemble(fields, strip);
}

function assemble(fields: Field[], strip: Uint8Array): Uint8Array {
  const sizeOf = (field: Field): number =>
    field.values.length * { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 }[field.type]!;
  const even = (size: number): number => size + (size & 1);
  const directory = 8;
  const data = directory + 2 + fields.length * 12 + 4;
  const stripOffset =
    data + fields.filter((field) => sizeOf(field) > 4).reduce((sum, field) => sum + even(sizeOf(field)), 0);
  fields.find((field) => field.tag === 273)!.values = [stripOffset];
  const bytes = new Uint8Array(stripOffset + strip.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, directory, true);
  view.setUint16(directory, fields.length, true);
  let next = data;
  fields.forEach((field, index) => {
    const entry = directory + 2 + index * 12;
    view.setUint16(entry, field.tag, true);
    view.setUint16(entry + 2, field.type, true);
    view.setUint32(entry + 4, field.values.length, true);
    const isInline = sizeOf(field) <= 4;
    const at = isInline ? entry + 8 : next;
    if (!isInline) {
      view.setUint32(entry + 8, at, true);
      next += even(sizeOf(field));
    }
    field.values.forEach((value, i) => {
      if (field.type === ASCII) view.setUint8(at + i, value);
      else if (field.type === SHORT) view.setUint16(at + 2 * i, value, true);
      else if (field.type === LONG) view.setUint32(at + 4 * i, value, true);
      else view.setFloat64(at + 8 * i, value, true);
    });
  });
  bytes.set(strip, stripOffset);
  return bytes;
}

function littleEndian(values: Float32Array): ArrayBuffer {
  const buffer = new ArrayBuffer(values.length * 4);
  const view = new DataView(buffer);
  for (let i = 0; i < values.length; i++) view.setFloat32(i * 4, values[i], true);
  return buffer;
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
