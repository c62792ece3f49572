import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { cellArea, UNITS } from 'h3-js';
import type { OpenBundle } from '../bundle/open-bundle.ts';
import type { Block, Cell, ReportDocument, ReportTable } from '../documents/blocks.ts';
import { titleOf } from '../figures/figure-words.ts';
import { cityNameText } from '../naming/city-name.ts';
import { categoryName } from '../quality/words.ts';
import type { PublicGroup } from './declaration.ts';
import { type PublicTable, publicTotals } from './public-table.ts';
import { MOST_VARIANCE } from './random-rounding.ts';

/** Standard deviations of the normal law that 19 of 20 cases lie within. */
const NINETEEN_OF_TWENTY = 1.96;
/** Numbers in the sum that the page takes as an example. */
const SUMMED = 100;

/** The page that goes with a public table: what was counted, what was done to it, what it cannot say. */
export function publicPage(bundle: OpenBundle, table: PublicTable, lang: Language): ReportDocument {
  const list = (items: string[]): Block => ({ kind: 'list', items });
  const paragraph = (sentence: string): Block => ({ kind: 'paragraph', text: sentence });
  const heading = (key: 'howMade' | 'notIn' | 'files'): Block => ({
    kind: 'heading',
    level: 1,
    text: text(lang, `publicTable.${key}`),
  });
  const caption = text(lang, 'publicTable.sumsTitle');
  return {
    lang,
    title: publicTitle(bundle, lang),
    simulated: table.simulated,
    blocks: [
      paragraph(contentSentence(table, lang)),
      { kind: 'figure', name: 'map', caption: text(lang, 'publicTable.mapCaption') },
      { kind: 'table', caption, table: sumsTable(table, lang) },
      heading('howMade'),
      list(ruleSentences(lang)),
      heading('notIn'),
      list([
        text(lang, 'publicTable.noMoments'),
        text(lang, 'publicTable.noRestricted'),
        ...(bundle.inMask ? [text(lang, 'publicTable.noEmptyLand')] : []),
        text(lang, table.simulated ? 'statements.simulated' : 'statements.registeredOnly'),
      ]),
      heading('files'),
      list([text(lang, 'publicTable.csvHolds'), text(lang, 'publicTable.geojsonHolds')]),
    ],
  };
}

/** What the table is of; the name of a study is the user's own. */
function publicTitle({ manifest: { study } }: OpenBundle, lang: Language): string {
  const hasName = study.title !== undefined;
  const name = hasName
    ? titleOf(study, lang)
    : study.city === undefined
      ? ''
      : cityNameText(lang, study.city);
  const title = text(lang, 'publicTable.title');
  return name === '' ? title : `${name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** What is counted, where and when. */
export function contentSentence({ declaration, ids }: PublicTable, lang: Language): string {
  const { groups, periods } = declaration;
  return text(lang, 'publicTable.content', {
    offences: groups.map((group) => groupName(lang, group)).join(', '),
    periods: periods.map(({ name }) => name.replace('-', '–')).join(', '),
    area: ids.length > 0 ? formatNumber(lang, cellArea(ids[0], UNITS.km2), { significant: 2 }) : '–',
    n: formatInteger(lang, ids.length),
  });
}

/** How the numbers were made, for people who will use them. */
export function ruleSentences(lang: Language): string[] {
  const error = Math.round(NINETEEN_OF_TWENTY * Math.sqrt(MOST_VARIANCE * SUMMED));
  return [
    text(lang, 'publicTable.rule'),
    text(lang, 'publicTable.zero'),
    text(lang, 'publicTable.sums', { m: formatInteger(lang, SUMMED), error: formatInteger(lang, error) }),
    text(lang, 'publicTable.one'),
  ];
}

export function groupName(lang: Language, { name, categories }: PublicGroup): string {
  if (name === 'all') return text(lang, 'publicTable.allOffences');
  return categories.map((label) => categoryName(lang, label)).join(' + ');
}

/** Published sums over all places, by group and period. */
function sumsTable(table: PublicTable, lang: Language): ReportTable {
  const number = (value: number): Cell => ({ value, text: formatInteger(lang, value) });
  const sum = (counts: Uint32Array): number => counts.reduce((total, n) => total + n, 0);
  const { groups, periods } = table.declaration;
  const rows = groups.map((group): Cell[] => [
    groupName(lang, group),
    ...table.columns.filter((column) => column.group === group).map(({ n }) => number(sum(n))),
    ...(periods.length > 1 ? [number(sum(publicTotals(table, group)))] : []),
  ]);
  return {
    name: 'sums',
    title: text(lang, 'publicTable.sumsTitle'),
    head: [
      text(lang, 'publicTable.offences'),
      ...periods.map(({ name }) => name.replace('-', '–')),
      ...(periods.length > 1 ? [text(lang, 'publicTable.together')] : []),
    ],
    rows,
    notes: [],
  };
}
