import { join } from 'node:path';
import { OrynError } from '@oryn/core';
import { greyOf } from '@oryn/figures';
import { missingGlyphs, outlineText, pixelSize, renderPdf, renderPng, renderTiff } from '@oryn/figures/node';
import { errorText, type Language, text } from '@oryn/language';
import { type Drawn, drawFigures, type LeftOut, panelFiguresOf } from '@oryn/study';
import type { FigureFormat, FigureOptions } from './figure-options.ts';
import { writeOut } from './output.ts';
import { say } from './progress.ts';

interface Written {
  readonly written: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Writes every figure in every language and format, none of them where one is too large. */
export async function writeFigures(
  drawn: readonly Drawn[],
  options: FigureOptions,
  out: string,
  reader: Language,
): Promise<Written> {
  const { langs, formats, dpi } = options;
  const found = langs.map((lang) => figuresIn(lang, drawn, options));
  const figures = found.flatMap((one) => one.figures);
  const leftOut = found[0]?.leftOut ?? [];
  sayLeftOut(leftOut, options, reader);
  if (formats.includes('png') || formats.includes('tiff')) {
    for (const [, svg] of figures) pixelSize(svg, dpi);
  }
  const written: string[] = [];
  for (const [name, svg] of figures) {
    for (const format of formats) {
      const path = join(out, `${name}.${format}`);
      await writeOut(path, await contentOf(svg, format, options));
      written.push(path);
    }
  }
  return { written, leftOut };
}

/** The figures in one language by the names of their files; says which signs the font lacks. */
function figuresIn(
  lang: Language,
  drawn: readonly Drawn[],
  { paper, isGrey, choices }: FigureOptions,
): { figures: [name: string, svg: string][]; leftOut: readonly LeftOut[] } {
  const { figures, leftOut } =
    drawn.length === 1
      ? drawFigures(drawn[0]!, lang, paper, choices)
      : panelFiguresOf(drawn, lang, paper, choices);
  return {
    leftOut,
    figures: [...figures].map(([name, svg]) => {
      const missing = missingGlyphs(svg);
      if (missing.length > 0) say(text(lang, 'cli.noGlyph', { signs: missing.join(' '), figure: name }));
      return [`${name}.${lang}`, isGrey ? greyOf(svg) : svg];
    }),
  };
}

/** @throws OrynError figure.not-possible where a figure was asked for by name */
function sayLeftOut(leftOut: readonly LeftOut[], { onLeftOut }: FigureOptions, reader: Language): void {
  for (const { figure, reason } of leftOut) {
    const error = new OrynError('figure.not-possible', { figure, reason });
    if (onLeftOut === 'refuse') throw error;
    if (onLeftOut === 'say') say(errorText(reader, error));
  }
}

async function contentOf(
  svg: string,
  format: FigureFormat,
  { dpi, outlineText: isOutlined }: FigureOptions,
): Promise<string | Uint8Array> {
  if (format === 'pdf') return renderPdf(svg);
  if (format === 'png') return renderPng(svg, { dpi });
  if (format === 'tiff') return renderTiff(svg, { dpi });
  return isOutlined ? outlineText(svg) : svg;
}
