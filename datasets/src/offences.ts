import content from './content/offences.json' with { type: 'json' };

/** Gravity in the official layer: 1 minor, 2 medium, 3 grave, 4 especially grave, 0 misdemeanour. */
export type HardCode = 0 | 1 | 2 | 3 | 4;

/** One part of one article of the Criminal Code of Kazakhstan as the official layer codes it. */
export interface Offence {
  /** `crime_code` of the layer: article × 10 + suffix, four digits. */
  readonly crimeCode: string;
  /** Article with its suffix, for example `188-1`. */
  readonly article: string;
  /** Part of the article; empty where the article has none or the layer's list names none. */
  readonly part: string;
  /** Kazakh and Russian names are absent where no source gave one. */
  readonly name: { readonly kk?: string; readonly ru?: string; readonly en: string };
  /**
   * Imprisonment in years. `minimum` 0 = the part names no lower bound; `none` = no imprisonment at all.
   * Absent = the text was not read.
   */
  readonly imprisonment?: {
    readonly minimum: number | 'none';
    readonly maximum: number | 'none';
    readonly life: boolean;
  };
  /** Derived from the maximum; absent where the bounds are unknown. */
  readonly hardCode?: HardCode;
  /** 5 crime, 6 misdemeanour. */
  readonly transgression?: 5 | 6;
  /** Section of the International Classification of Crime for Statistical Purposes, assigned here. */
  readonly iccs?: string;
  /** Whether the coordinates of such an offence are usually its scene. */
  readonly placeBased?: boolean;
  readonly detectedBy: 'victim or other' | 'police';
  /** Which wording of the article was read. */
  readonly wording?: string;
  readonly note?: string;
  readonly source: string;
}

type Part = readonly (string | number | boolean | null)[];

function imprisonment(
  minimum: Part[number],
  maximum: Part[number],
  life: Part[number],
): Offence['imprisonment'] {
  const years = (value: Part[number]): number | 'none' | undefined =>
    typeof value === 'number' ? value : value === 'none' ? 'none' : undefined;
  const low = years(minimum ?? null);
  const high = years(maximum ?? null);
  return low === undefined || high === undefined
    ? undefined
    : { minimum: low, maximum: high, life: life === true };
}

const sources: Readonly<Record<string, string>> = content.sources;

/** Rows by (crimeCode, article, part), in the order of the Code. */
export const offences: readonly Offence[] = content.articles.flatMap((article) =>
  article.parts.map((cells: Part): Offence => {
    const [part, minimum, maximum, life, hardCode, transgression] = cells;
    const bounds = imprisonment(minimum ?? null, maximum ?? null, life ?? null);
    return {
      crimeCode: article.crimeCode,
      article: article.article,
      part: String(part),
      name: article.name,
      ...(bounds === undefined ? {} : { imprisonment: bounds }),
      ...(typeof hardCode === 'number' ? { hardCode: hardCode as HardCode } : {}),
      ...(typeof transgression === 'number' ? { transgression: transgression as 5 | 6 } : {}),
      ...(article.iccs === undefined ? {} : { iccs: article.iccs }),
      ...(article.placeBased === undefined ? {} : { placeBased: article.placeBased }),
      detectedBy: article.detectedBy as Offence['detectedBy'],
      ...(article.wording === undefined ? {} : { wording: article.wording }),
      ...(article.note === undefined ? {} : { note: article.note }),
      source: sources[article.source] ?? article.source,
    };
  }),
);
