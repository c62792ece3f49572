import { iccsOf, type OffenceLayer, offenceGroupOf, offences } from '@oryn/datasets';
import { type ArticleText, articleIn } from './article-text.ts';
import { type CategoryRow, type CategoryTable, categoryKey, type Gravity } from './category-table.ts';
import { wordsIn } from './category-words.ts';
import { derivedGravity, gravityOf } from './gravity-text.ts';
import { apartLayerOf, groupOfLabel, labelOf } from './offence-layer.ts';

/** Cells of a row that say what happened; '' and absent are the same. */
export interface OffenceFields {
  /** The column the user counts by: a code, an article or a text of their own. */
  category?: string | undefined;
  /** `crime_code` of the official layer. */
  code?: string | undefined;
  /** Article as text, `stat` of the official layer. */
  text?: string | undefined;
  placeType?: string | undefined;
  /** `hard_code`, or gravity in words. */
  gravity?: string | undefined;
}

/** What decided the layer and the label. */
export type OffenceRule = 'table' | 'label' | 'administrative' | 'code' | 'article' | 'words' | 'own-text';

export interface OffenceFacts {
  /** Group with the prefix of its layer; a text of the user's own stays as it is, prefixed where it must. */
  label: string;
  /** Shown by district only. */
  restricted: boolean;
  /** `188/3`, `192-1`. */
  article?: string;
  gravity?: Gravity;
  iccs?: string;
  /** False where nothing said what the category is; such rows are counted. */
  known: boolean;
  rule: OffenceRule;
  /** Set of words that fired, for the rule `words`. */
  words?: string;
}

/** Administrative articles on family and upbringing: shown by district only, like their criminal kin. */
const RESTRICTED_ADMINISTRATIVE: ReadonlySet<string> = new Set(['73', '127']);

/** The first code of an article counts: 193 is 1930, though the list also has 1923. */
const codeOfArticle = new Map(offences.toReversed().map(({ article, crimeCode }) => [article, crimeCode]));

/**
 * What a row is: its category label, layer, article, gravity and ICCS section.
 *
 * The label and the layer come from the first of: the user's table, a mark of the administrative code, the
 * `crime_code`, the article in the text, words that clearly name a layer, the user's own text. Whatever the
 * label, an article that is shown by district only makes the row restricted; a table lifts what words say, but
 * not what an article says.
 */
export function offenceOf(fields: OffenceFields, table?: CategoryTable): OffenceFacts {
  const category = fields.category?.trim() ?? '';
  const { code, text } = codeAndText(fields.code?.trim() ?? '', fields.text?.trim() ?? '');
  const inText = articleIn(text) ?? articleIn(category);
  const coded = officialArticle(code) ?? officialArticle(category);
  const article = articleOf(coded, inText);
  const crimeCode = coded?.crimeCode ?? (article && crimeCodeOf(article.article));
  const official = crimeCode === undefined ? undefined : offenceGroupOf(crimeCode);
  const row = table?.get(categoryKey(category === '' ? code || text : category));
  const decided = decide({ category, code, text, inText, official, row, coded: coded !== undefined });
  const restricted = decided.layer === 'restricted' || official?.layer === 'restricted';
  const part = article?.part;
  const derived = crimeCode === undefined ? undefined : derivedGravity(crimeCode, part);
  const gravity = gravityOf(fields.gravity ?? '') ?? row?.gravity ?? derived;
  const iccs = row?.iccs ?? (crimeCode && iccsOf(crimeCode, part ?? '', fields.placeType ?? ''));
  const administrative = decided.rule === 'administrative';
  return {
    label: labelOf(decided.group, restricted ? 'restricted' : decided.layer),
    restricted,
    ...(article && !administrative && { article: part ? `${article.article}/${part}` : article.article }),
    ...(gravity !== undefined && !administrative && { gravity }),
    ...(iccs && !administrative && { iccs }),
    known: decided.rule !== 'own-text',
    rule: decided.rule,
    ...(decided.words !== undefined && { words: decided.words }),
  };
}

/** `offenceOf` for many rows: the answer for every distinct set of cells is worked out once. */
export function offenceReader(table?: CategoryTable): (fields: OffenceFields) => Readonly<OffenceFacts> {
  const MOST_KEPT = 50_000;
  const known = new Map<string, OffenceFacts>();
  return (fields) => {
    const { category = '', code = '', text = '', placeType = '', gravity = '' } = fields;
    const key = `${category}\u0000${code}\u0000${text}\u0000${placeType}\u0000${gravity}`;
    const found = known.get(key);
    if (found) return found;
    const facts = offenceOf(fields, table);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, facts);
    return facts;
  };
}

/** A column of articles may hold codes or words (`ст.188 ч.3`); words are read as a text. */
function codeAndText(code: string, text: string): { code: string; text: string } {
  return text === '' && !/^\d*$/.test(code) ? { code: '', text: code } : { code, text };
}

interface Clues {
  category: string;
  code: string;
  text: string;
  inText: ReturnType<typeof articleIn>;
  official: ReturnType<typeof offenceGroupOf>;
  row: CategoryRow | undefined;
  /** Whether a `crime_code` was given, in its own column or as the category. */
  coded: boolean;
}

interface Decision {
  group: string;
  layer: OffenceLayer;
  rule: OffenceRule;
  words?: string;
}

function decide({ category, code, text, inText, official, row, coded }: Clues): Decision {
  if (row) return { group: row.group, layer: row.layer, rule: 'table' };
  // Our own label, read back from an array that was prepared before.
  const apart = apartLayerOf(category);
  if (apart) return { group: groupOfLabel(category), layer: apart, rule: 'label' };
  if (inText?.code === 'administrative' || (!official && /коап|әқбтк/iu.test(`${category} ${text}`))) {
    const restricted = inText !== undefined && RESTRICTED_ADMINISTRATIVE.has(inText.article);
    return {
      group: 'administrative',
      layer: restricted ? 'restricted' : 'police-detected',
      rule: 'administrative',
    };
  }
  const rule = coded ? 'code' : 'article';
  // A text of the user's own that is neither a code nor an article keeps its name, in the layer found.
  const own = category !== '' && officialArticle(category) === undefined && articleIn(category) === undefined;
  const found = wordsIn(own ? `${category}\n${text}` : text);
  if (official) {
    const layer = found?.layer === 'restricted' ? 'restricted' : official.layer;
    return { group: own ? category : official.group, layer, rule };
  }
  const name = category || code || text;
  if (found) return { group: name, layer: found.layer, rule: 'words', words: found.id };
  return { group: name, layer: 'place', rule: 'own-text' };
}

/** The `crime_code` that a cell holds and its article; undefined for a text or a code of no group. */
function officialArticle(cell: string): { crimeCode: string; article: string } | undefined {
  const digits = /^(\d{3,4})(?:[.,]0+)?$/.exec(cell)?.[1];
  if (digits === undefined) return undefined;
  const article = articleIn(digits)?.article;
  const crimeCode = article === undefined ? undefined : crimeCodeOf(article);
  if (article === undefined || crimeCode === undefined || !offenceGroupOf(crimeCode)) return undefined;
  return { crimeCode, article };
}

/** Article and part: the code's article, the text's part where both name the same article. */
function articleOf(
  coded: { article: string } | undefined,
  inText: ReturnType<typeof articleIn>,
): ArticleText | undefined {
  const criminal = inText?.code === 'criminal' ? inText : undefined;
  if (!coded) return criminal;
  return criminal?.article === coded.article ? criminal : { article: coded.article };
}

function crimeCodeOf(article: string): string {
  const [number = '', suffix = '0'] = article.split('-');
  return codeOfArticle.get(article) ?? (number + suffix).padStart(4, '0');
}
