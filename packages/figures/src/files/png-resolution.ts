const METERS_PER_INCH = 0.0254;

/** Signature (8 bytes) and the IHDR chunk (25 bytes), after which pHYs may stand. */
const AFTER_IHDR = 33;

/** A PNG that states its resolution (pHYs, pixels per metre), so that a journal does not read 72 dpi. */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMeter = Math.round(dpi / METERS_PER_INCH);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, perMeter);
  view.setUint32(12, perMeter);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, AFTER_IHDR));
  whole.set(chunk, AFTER_IHDR);
  whole.set(png.subarray(AFTER_IHDR), AFTER_IHDR + chunk.length);
  return whole;
}

/** The check sum of a chunk (ISO 3309); Node's own is not there in a browser. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
