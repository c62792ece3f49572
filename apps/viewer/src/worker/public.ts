import { formatInteger, type Language, text } from '@oryn/language';
import {
  contentSentence,
  declarationOf,
  groupName,
  newRegister,
  type OpenBundle,
  type PublicAccount,
  type PublicRegister,
  type PublicRequest,
  parseRegister,
  publicCategories,
  publicFiles,
  publicHash,
  publicMap,
  publicResolutions,
  publicTable,
  registerTable,
  registerText,
  ruleSentences,
  zipOfBundle,
} from '@oryn/study';

/** What may be declared of a bundle, and what was. */
export interface PublicOffer {
  categories: string[];
  cells: { resolution: number; areaKm2: number }[];
  years: number[];
  /** The table that stands, on one line; undefined where none is known. */
  declared: string | undefined;
}

/** A public table before it is declared, in one language. */
export interface PublicPreview {
  content: string;
  rules: string[];
  /** SVG text. */
  map: string;
  /** True counts, for the owner alone. */
  account: string[];
}

export interface DeclaredTable {
  /** The file that stays with the owner. */
  secret: string;
  /** The files for everybody, packed. */
  zip: Uint8Array;
}

/** Secrets of the bundles of this visit: no longer kept than the page is open. */
const registers = new Map<string, PublicRegister>();

const SECRET_BYTES = 16;

function registerOf(id: string): PublicRegister {
  const known = registers.get(id);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const made = newRegister(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  registers.set(id, made);
  return made;
}

export function publicOffer(id: string, bundle: OpenBundle, lang: Language): PublicOffer {
  const { resolution: ofStudy } = bundle.manifest.study;
  const { areaKm2 } = bundle.places;
  const middling = areaKm2.toSorted()[areaKm2.length >> 1] ?? 0;
  const standing = registers.get(id)?.tables.find(({ withdrawn }) => !withdrawn);
  return {
    categories: publicCategories(bundle),
    // Each cell of H3 is as large as seven of the next resolution.
    cells: publicResolutions(bundle)
      .toSorted()
      .map((resolution) => ({ resolution, areaKm2: middling * 7 ** (ofStudy - resolution) })),
    years: bundle.manifest.years,
    declared: standing && declaredIn(lang, standing),
  };
}

function declaredIn(
  lang: Language,
  { groups, periods, resolution }: PublicRegister['tables'][number],
): string {
  const offences = groups.map((group) => groupName(lang, group)).join(', ');
  return `${offences}; ${periods.map(({ name }) => name.replace('-', '–')).join(', ')}; H3 ${resolution}`;
}

/** Take the secret file of a table that was made before. */
export function takeSecret(id: string, name: string, content: string): void {
  registers.set(id, parseRegister(name, content));
}

export function publicPreview(
  id: string,
  bundle: OpenBundle,
  request: PublicRequest,
  lang: Language,
  mapWidth: number,
): PublicPreview {
  const { table, account } = publicTable(bundle, declarationOf(bundle, request), registerOf(id).secret);
  const lines = Object.entries(account) as [keyof PublicAccount, number][];
  return {
    content: contentSentence(table, lang),
    rules: ruleSentences(lang),
    map: publicMap(bundle, table, lang, mapWidth),
    account: lines.map(
      ([what, n]) => `${text(lang, `publicTable.account.${what}`)}: ${formatInteger(lang, n)}`,
    ),
  };
}

/** @throws OrynError public.second-table where another table stands and is not withdrawn */
export function declareTable(
  id: string,
  bundle: OpenBundle,
  request: PublicRequest,
  withdraw: boolean,
): DeclaredTable {
  const declaration = declarationOf(bundle, request);
  const { table } = publicTable(bundle, declaration, registerOf(id).secret);
  const entered = registerTable(registerOf(id), declaration, publicHash(table), { withdraw });
  registers.set(id, entered);
  const files = publicFiles(bundle, table).map(({ path, bytes }) => [path, bytes] as const);
  return { secret: registerText(entered), zip: zipOfBundle(new Map(files)) };
}
