import { type Language, text } from '@oryn/language';

/** The line under a figure that says whose data it shows; none where no source is given. */
export function sourceNote(lang: Language, sourceLine: string | undefined): string | undefined {
  return sourceLine === undefined ? undefined : text(lang, 'figures.source', { source: sourceLine });
}
