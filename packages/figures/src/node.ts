export { missingGlyphs, outlineText } from './files/glyphs.ts';
export { renderPdf } from './files/pdf.ts';
export { renderPng } from './files/png.ts';
export { pixelSize } from './files/raster.ts';
export { renderTiff } from './files/tiff.ts';
