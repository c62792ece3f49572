import {
  decimalsOf,
  formatInteger,
  formatNumber,
  formatP,
  type Language,
  type TextKey,
  text,
} from '@oryn/language';
import { placeNameText } from '../naming/place-name-text.ts';
import { denominatorWord, expectedNullText } from '../report/statements.ts';
import type { Cell, NumberCell, ReportTable } from './blocks.ts';
import type { ReportSource } from './report-source.ts';

/** The tables of a report that hold results, in the order they are read. */
export function reportTables(source: ReportSource, lang: Language): ReportTable[] {
  return [
    accountTable(source, lang),
    foundPlacesTable(source, lang),
    sharesTable(source, lang),
    choicesTable(source, lang),
  ];
}

const integer = (lang: Language, value: number): NumberCell => ({ value, text: formatInteger(lang, value) });
const number = (lang: Language, value: number, decimals: number): NumberCell => ({
  value,
  text: formatNumber(lang, value, { decimals }),
});
const heads = (lang: Language, keys: readonly TextKey[]): string[] => keys.map((key) => text(lang, key));

/** What became of the rows, a reason with none left out. */
export function accountTable({ account, manifest }: ReportSource, lang: Language): ReportTable {
  const rows: Cell[][] = [];
  const add = (label: string, n: number | undefined): void => {
    if (n) rows.push([label, integer(lang, n)]);
  };
  const say = (key: TextKey, values?: Record<string, string>): string => text(lang, key, values);
  rows.push([say('report.accountRead'), integer(lang, account.read)]);
  rows.push([say('report.accountKept'), integer(lang, account.kept)]);
  for (const [reason, n] of Object.entries(account.dropped))
    add(say('report.accountDropped', { reason: say(`statements.dropped.${reason}` as TextKey) }), n);
  for (const [what, n] of Object.entries(account.mended))
    add(say('report.accountMended', { what: say(`statements.mended.${what}` as TextKey) }), n);
  // Without a boundary nobody knows what is inside.
  if (manifest.extent === 'area') {
    rows.push([say('report.accountInside'), integer(lang, account.inside)]);
    rows.push([say('report.accountOutside'), integer(lang, account.outside)]);
  }
  add(say('report.accountInMask'), account.insideMask);
  add(say('report.accountOutsideMask'), account.outsideMask);
  rows.push([say('report.accountAnalysed'), integer(lang, account.analysed)]);
  add(say('report.accountPoliceDetected'), account.apart.policeDetected);
  add(say('report.accountPlaceless'), account.apart.placeless);
  add(say('report.accountWithoutHour'), account.withoutHour);
  add(say('report.accountWithoutDate'), account.withoutDate);
  return {
    name: 'account',
    title: say('report.tableAccount'),
    head: heads(lang, ['report.headWhat', 'report.headRows']),
    rows,
    notes: manifest.extent === 'area' ? [say('report.noteAccount')] : [],
  };
}

/** The listed problem places, the first `most` of them; of none, no row. */
export function foundPlacesTable(
  source: ReportSource,
  lang: Language,
  most = source.problemPlaces.length,
): ReportTable {
  const { problemPlaces, names, manifest } = source;
  const shown = problemPlaces.slice(0, most);
  const expected = decimalsOf(shown.map((place) => place.expected));
  const perYear = decimalsOf(shown.map((place) => place.perYear));
  const areas = decimalsOf(
    shown.map((place) => place.areaKm2),
    2,
  );
  const { exposure } = manifest.problemPlaces;
  return {
    name: 'problem-places',
    title: text(lang, 'report.tableProblemPlaces'),
    head: heads(lang, [
      ...(['report.headRank', 'report.place', 'report.headIncidents', 'report.headExpected'] as const),
      ...(['report.headPerYear', 'report.headInterval', 'cli.heading.q', 'report.headArea'] as const),
    ]),
    rows: shown.map((place, i) => [
      integer(lang, place.rank),
      placeNameText(lang, names[i]) || text(lang, 'viewer.placeNumber', { rank: String(place.rank) }),
      integer(lang, place.n),
      number(lang, place.expected, expected),
      number(lang, place.perYear, perYear),
      place.perYearInterval.map((end) => number(lang, end, perYear).text).join('–'),
      { value: place.q, text: formatP(lang, place.q) },
      number(lang, place.areaKm2, areas),
    ]),
    notes: [
      text(lang, 'report.noteProblemPlaces', { null: expectedNullText(lang, { ...source, exposure }) }),
      ...(problemPlaces.length > most
        ? [
            text(lang, 'report.noteFirstPlaces', {
              n: integer(lang, most).text,
              all: integer(lang, problemPlaces.length).text,
            }),
          ]
        : []),
    ],
  };
}

/** A row per denominator and percentage, its chance beside it. */
export function sharesTable(source: ReportSource, lang: Language): ReportTable {
  const { report, maskKind } = source;
  const drawn = report.denominators.find(({ chance }) => chance)?.chance;
  const shares = report.denominators.flatMap(({ over, chance }) => [
    over.shares.map(({ share }) => 100 * share),
    chance?.shares.flatMap(({ mean, low, high }) => [100 * mean, 100 * low, 100 * high]) ?? [],
  ]);
  const decimals = decimalsOf(shares.flat());
  // In percent, without the sign, which stands in the head.
  const percent = (share: number): NumberCell => number(lang, 100 * share, decimals);
  const unknown: NumberCell = { value: Number.NaN, text: '–' };
  const rows = report.denominators.flatMap(({ over, chance }) =>
    over.shares.map((share): Cell[] => {
      const thrown = chance?.shares.find((one) => one.percent === share.percent);
      return [
        text(lang, 'figures.denominatorName', { denominator: denominatorWord(over, maskKind) }),
        integer(lang, share.percent),
        integer(lang, share.k),
        integer(lang, over.places),
        percent(share.share),
        thrown ? percent(thrown.mean) : unknown,
        thrown ? [thrown.low, thrown.high].map((end) => percent(end).text).join('–') : '–',
        thrown ? { value: thrown.p, text: formatP(lang, thrown.p) } : unknown,
        number(lang, over.gini.gini, 2),
      ];
    }),
  );
  const note =
    drawn &&
    text(lang, 'report.noteConcentration', {
      draws: formatInteger(lang, drawn.draws),
      seed: String(drawn.seed),
    });
  return {
    name: 'concentration',
    title: text(lang, 'report.tableConcentration'),
    head: heads(lang, [
      ...(['report.headDenominator', 'report.headPercent', 'report.headK', 'report.headPlaces'] as const),
      ...(['report.headShare', 'report.headChance', 'report.headChanceInterval', 'report.headP'] as const),
      'report.headGini',
    ]),
    rows,
    notes: note ? [note] : [],
  };
}

/** What was chosen in place of a person, and why. */
export function choicesTable({ manifest }: ReportSource, lang: Language): ReportTable {
  return {
    name: 'choices',
    title: text(lang, 'report.tableChoices'),
    head: heads(lang, ['report.headChoice', 'report.headValue', 'report.headReason']),
    rows: manifest.choices.map(({ name, value, unit, reason }) => {
      const written = typeof value === 'number' ? formatNumber(lang, value) : value.replaceAll(/, */g, ', ');
      return [
        text(lang, `choices.name.${name}` as TextKey),
        `${written} ${unit}`.trim(),
        text(lang, `choices.reason.${reason}` as TextKey),
      ];
    }),
    notes: [],
  };
}
