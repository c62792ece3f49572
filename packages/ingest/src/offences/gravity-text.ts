import { gravities, type Offence, offences } from '@oryn/datasets';
import type { Gravity } from './category-table.ts';

const WORDS: readonly [Gravity, RegExp][] = [
  ['0', /проступ|теріс қылық|misdemeanou?r/iu],
  ['4', /особо тяжк|аса ауыр|especially grave/iu],
  ['1', /небольш|онша ауыр емес|minor/iu],
  ['2', /средн|орташа|medium/iu],
  ['3', /тяжк|ауыр|grave/iu],
];

/** Gravity written as `hard_code` or in words; undefined for anything else, and for codes that name none. */
export function gravityOf(text: string): Gravity | undefined {
  const trimmed = text.trim();
  const code = gravities.find(({ hardCode }) => String(hardCode) === trimmed)?.hardCode;
  if (code !== undefined) return String(code) as Gravity;
  return WORDS.find(([, pattern]) => pattern.test(trimmed))?.[0];
}

/** Gravity of a part by its punishment; without a part only where all parts of the article agree. */
export function derivedGravity(crimeCode: string, part: string | undefined): Gravity | undefined {
  const rows = offences.filter((offence) => offence.crimeCode === crimeCode);
  const chosen = part === undefined ? rows : rows.filter((row) => row.part === part || row.part === '');
  const codes = new Set(chosen.map((row: Offence) => row.hardCode));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? (String(only) as Gravity) : undefined;
}
