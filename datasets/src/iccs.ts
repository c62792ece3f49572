import content from './content/iccs.json' with { type: 'json' };
import type { Names } from './names.ts';
import { offences } from './offences.ts';
import { isDwelling } from './place-types.ts';

/** Section of the International Classification of Crime for Statistical Purposes, version 1.0. */
export interface IccsSection {
  readonly code: string;
  /** The English name is the classification's; the others are translated here. */
  readonly name: Names;
}

/** The sections that offences of this catalogue are assigned to, in the order of the classification. */
export const iccsSections: readonly IccsSection[] = content.sections;

const byCode = new Map(iccsSections.map((section) => [section.code, section]));

export function iccsSection(code: string): IccsSection | undefined {
  return byCode.get(code);
}

/** Open theft by part: with violence it is robbery, alone it is theft; parts 3 and 4 may be either. */
const OPEN_THEFT: Readonly<Record<string, string>> = { '1': '0502', '2': '0401' };

const doubtful: Readonly<Record<string, string>> = content.doubtful;

/**
 * The ICCS section of an offence, undefined where no honest assignment is possible. Theft under part 3 of
 * article 188 in a flat or a house is burglary; open theft (191) follows its part. Where the reference names
 * two sections, the first counts.
 *
 * @param crimeCode `crime_code` of the official layer, four digits
 * @param part part of the article, '' where not known
 * @param placeType code or name of the place type, '' where not known
 */
export function iccsOf(crimeCode: string, part: string, placeType: string): string | undefined {
  if (doubtful[crimeCode] !== undefined) return undefined;
  if (crimeCode === '1880' && part === '3' && isDwelling(placeType)) return '0501';
  if (crimeCode === '1881') return '05025';
  if (crimeCode === '1910') return OPEN_THEFT[part];
  const assigned = offences.find((offence) => offence.crimeCode === crimeCode)?.iccs;
  return assigned === undefined ? undefined : /^\d+/.exec(assigned)?.[0];
}
