import PDFDocument from 'pdfkit';
import SVGtoPDF from 'svg-to-pdfkit';
import { faceOf, svgRoot } from '../svg-root.ts';
import { FONT_FAMILIES } from '../text/text-line.tsx';
import { fontFiles, withFallback } from './fonts.ts';

const POINTS_PER_MM = 72 / 25.4;

/** A file tells nothing of when it was made, so that one input gives one file. */
const FIXED_DATE = new Date(Date.UTC(2000, 0, 1));

/**
 * A figure as PDF in its physical size: true vector, the shipped fonts embedded, so that its words can be found and
 * copied. The same bytes for the same figure.
 *
 * @throws Error when the SVG states no size in millimetres
 */
export async function renderPdf(svg: string): Promise<Uint8Array> {
  const { widthMm, heightMm, title } = svgRoot(svg);
  const size: [number, number] = [widthMm * POINTS_PER_MM, heightMm * POINTS_PER_MM];
  const document = new PDFDocument({
    size,
    margin: 0,
    pdfVersion: '1.7',
    displayTitle: true,
    info: { Title: title, Creator: 'Oryn', Producer: 'Oryn', CreationDate: FIXED_DATE },
  });
  const face = faceOf(svg);
  for (const one of ['sans', 'serif'] as const) {
    const [regular, bold] = fontFiles(one);
    document.registerFont(`${one}-regular`, regular).registerFont(`${one}-bold`, bold);
  }
  const pieces: Uint8Array[] = [];
  const written = new Promise<Uint8Array>((done, fail) => {
    document.on('data', (piece: Uint8Array) => pieces.push(piece));
    document.on('end', () => done(Buffer.concat(pieces)));
    document.on('error', fail);
  });
  // The published types of the library ask for the class where it takes a document.
  SVGtoPDF(document as unknown as typeof PDFDocument, withFallback(svg), 0, 0, {
    width: size[0],
    height: size[1],
    preserveAspectRatio: 'none',
    fontCallback: (family, isBold) =>
      `${family.includes(FONT_FAMILIES.serif) ? 'serif' : face}-${isBold ? 'bold' : 'regular'}`,
  });
  document.end();
  return written;
}
