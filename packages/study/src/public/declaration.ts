import { OrynError } from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { OpenBundle } from '../bundle/open-bundle.ts';

/** Cells of about 0.7 km² unless said otherwise; finer than the last would be blocks and single houses. */
const PUBLIC_RESOLUTIONS = [8, 7, 9] as const;
export type PublicResolution = (typeof PUBLIC_RESOLUTIONS)[number];

/** Offences that are counted together: a column of the table. */
export interface PublicGroup {
  /** In the files: `all`, or the labels with `+` between them. */
  name: string;
  /** Category labels of the bundle. */
  categories: string[];
}

/** Whole years that are counted together. */
export interface PublicPeriod {
  /** `2023` or `2021-2023`. */
  name: string;
  from: number;
  to: number;
}

/** Everything that shapes a public table, fixed before anybody sees a number of it. */
export interface PublicDeclaration {
  groups: PublicGroup[];
  periods: PublicPeriod[];
  resolution: PublicResolution;
}

/** What a person asks for; everything left out is the default. */
export interface PublicRequest {
  /** Each a column: labels, or a text of them with `+` between; all offences together where there are none. */
  categories?: readonly (string | readonly string[])[] | undefined;
  /** `2019,2020,2021-2023`; each year of the bundle by itself where it is left out. */
  years?: string | undefined;
  resolution?: number | undefined;
}

/**
 * The declaration of a public table. Groups and periods have nothing in common with each other: two that overlap would
 * tell their difference.
 *
 * @throws OrynError public.resolution, public.category, public.overlap, public.years
 */
export function declarationOf(
  bundle: Pick<OpenBundle, 'manifest' | 'incidents'>,
  { categories = [], years, resolution }: PublicRequest,
): PublicDeclaration {
  const declaration = {
    groups: groupsOf(publicCategories(bundle), categories),
    periods: periodsOf(bundle.manifest.years, years),
    resolution: resolutionOf(bundle, resolution),
  };
  checkOverlap(declaration.groups.flatMap((group) => group.categories));
  checkOverlap(declaration.periods.flatMap(yearsIn).map(String));
  return declaration;
}

/** Labels that may be in a public table: offences whose place is known and was not chosen by police. */
export function publicCategories({ incidents }: Pick<OpenBundle, 'incidents'>): string[] {
  const { codes, labels } = incidents.category;
  const present = new Set(codes);
  return labels.filter((label, code) => present.has(code) && apartLayerOf(label) === undefined).sort();
}

/** Resolutions no finer than the study's own: its mask says where an incident is possible. */
export function publicResolutions({ manifest }: Pick<OpenBundle, 'manifest'>): PublicResolution[] {
  return PUBLIC_RESOLUTIONS.filter((resolution) => resolution <= manifest.study.resolution);
}

function resolutionOf(bundle: Pick<OpenBundle, 'manifest'>, given: number | undefined): PublicResolution {
  const possible = publicResolutions(bundle);
  const found = possible.find((resolution) => resolution === (given ?? possible[0]));
  if (found !== undefined) return found;
  throw new OrynError('public.resolution', {
    given: given ?? '',
    possible: possible.toSorted().join(', '),
  });
}

function groupsOf(known: readonly string[], asked: NonNullable<PublicRequest['categories']>): PublicGroup[] {
  if (asked.length === 0) return [{ name: 'all', categories: [...known] }];
  return asked.map((given) => {
    const categories = typeof given === 'string' ? labelsIn(given, known) : [...given];
    const unknown = categories.find((label) => !known.includes(label));
    if (unknown !== undefined) {
      throw new OrynError('public.category', { given: unknown, known: known.slice(0, 40).join(', ') });
    }
    return { name: categories.map((label) => label || 'unknown').join('+'), categories };
  });
}

/** A label of the file's own may hold a plus. */
function labelsIn(given: string, known: readonly string[]): string[] {
  return known.includes(given) ? [given] : given.split('+').map((label) => label.trim());
}

function periodsOf(known: readonly number[], asked: string | undefined): PublicPeriod[] {
  const written = asked ?? known.join(',');
  const periods = written.split(',').map((part) => {
    const [, from, to = from] = /^\s*(\d{4})(?:\s*[-–]\s*(\d{4}))?\s*$/.exec(part) ?? [];
    return { name: from === to ? String(from) : `${from}-${to}`, from: Number(from), to: Number(to) };
  });
  const isFit = (period: PublicPeriod): boolean =>
    period.from <= period.to && yearsIn(period).every((year) => known.includes(year));
  if (periods.every(isFit)) return periods.sort((a, b) => a.from - b.from);
  throw new OrynError('public.years', { given: written, known: known.join(', ') });
}

const yearsIn = ({ from, to }: PublicPeriod): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

function checkOverlap(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new OrynError('public.overlap', { name: twice });
}
