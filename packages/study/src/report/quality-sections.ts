import { formatNumber, formatPercent, text } from '@oryn/language';
import { clockOf } from '../quality/clock.ts';
import type { QualityReport, StackReport } from '../quality/quality-report.ts';
import { categoryName, monthSentences, placeTypeName, whySentence } from '../quality/words.ts';
import { escapeHtml } from './html.ts';
import { digitsChart, hoursChart, monthsChart, shareBar } from './quality-charts.ts';
import { capital, list, paragraph, table, type Writer } from './quality-writer.ts';

const MOST_PLACES = 20;

/** Ordinary places beyond these are folded away. */
const MOST_ORDINARY = 8;

export function coordinates({ coordinates: found, rows }: QualityReport, w: Writer): string {
  const summary = paragraph(
    w.t('coordinates.summary', {
      distinct: w.n(found.distinct),
      rows: w.n(rows.kept),
      perPoint: formatNumber(w.lang, found.recordsPerPoint),
      share: w.percent(found.sharedShare),
    }),
  );
  if (found.top.length === 0) return summary + paragraph(w.t('coordinates.none'));
  const degree = (value: number): string =>
    Number.isFinite(value) ? formatNumber(w.lang, value, { decimals: Math.abs(value) > 400 ? 0 : 5 }) : '–';
  const lineOf = (stack: StackReport): string[] => [
    `<span class="point">${degree(stack.lat)}&emsp;${degree(stack.lon)}</span><small>${w.t('firstRow', { row: String(stack.firstRow) })}</small>`,
    `${w.n(stack.n)}<small>${w.percent(stack.share)}</small>`,
    w.n(stack.days),
    w.n(stack.around),
    mostOften(stack, found.officialPlaceTypes, w),
    `<b class="${stack.judgement}">${w.t(`judged.${stack.judgement}`)}</b>${why(stack, w)}`,
  ];
  const heads = [w.t('place'), w.t('rows'), w.t('days'), w.t('around'), w.t('mostOften'), w.t('judgement')];
  const isShown = (stack: StackReport, i: number): boolean =>
    i < MOST_ORDINARY || stack.judgement !== 'ordinary';
  const shown = found.top.filter(isShown);
  const rest = found.top.filter((stack, i) => !isShown(stack, i));
  const judgements = [...new Set(found.top.map(({ judgement }) => judgement))].filter(
    (judgement) => judgement !== 'ordinary',
  );
  return [
    summary,
    paragraph(`${w.t('coordinates.note')} ${w.t('aroundNote')}`, 'muted'),
    found.facilities
      ? paragraph(
          w.t('stationList', { n: w.n(found.facilities.counted), listed: w.n(found.facilities.listed) }),
          'muted',
        )
      : '',
    table(heads, shown.map(lineOf), [0, 4, 5]),
    rest.length > 0
      ? `<details><summary>${w.t('coordinates.rest', { n: w.n(rest.length) })}</summary>${table(heads, rest.map(lineOf), [0, 4, 5])}</details>`
      : '',
    list(
      judgements.map(
        (judgement) =>
          `<b class="${judgement}">${w.t(`judged.${judgement}`)}</b>: ${w.t(`todo.${judgement}`)}`,
      ),
    ),
  ].join('');
}

/** What the column of the commonest category says already is not said twice. */
function why(stack: StackReport, w: Writer): string {
  if (stack.rule === 'one-category' || stack.rule === 'place-type') return '';
  return `<small>${escapeHtml(whySentence(w.lang, stack))}</small>`;
}

function mostOften(stack: StackReport, isOfficial: boolean, w: Writer): string {
  const parts: string[] = [];
  if (stack.commonestCategory)
    parts.push(
      `${escapeHtml(categoryName(w.lang, stack.commonestCategory))}: ${w.percent(stack.commonestCategoryShare)}`,
    );
  if (stack.commonestPlaceType)
    parts.push(
      `<small>${escapeHtml(placeTypeName(w.lang, stack.commonestPlaceType, isOfficial))}: ${w.percent(stack.commonestPlaceTypeShare)}</small>`,
    );
  return parts.join('') || '–';
}

export function duplicates({ duplicates: found, rows }: QualityReport, w: Writer): string {
  const lines =
    rows.repeatedLines > 0 ? paragraph(w.t('duplicates.lines', { n: w.n(rows.repeatedLines) })) : '';
  if (!found) return paragraph(w.t('duplicates.month')) + lines;
  const part = (key: 'exact' | 'near'): string => {
    const { rows: repeats, share, groups, rowsWithoutHour, largest } = found[key];
    const groupsListed = largest
      .slice(0, 5)
      .map(({ row, n }) => text(w.lang, 'quality.duplicates.group', { row: String(row), n: w.n(n) }));
    if (repeats === 0) return paragraph(w.t(key === 'exact' ? 'duplicates.noExact' : 'duplicates.noNear'));
    return [
      paragraph(
        w.t(`duplicates.${key}`, { rows: w.n(repeats), share: w.percent(share), groups: w.n(groups) }),
      ),
      list([
        ...(rowsWithoutHour > 0 ? [w.t('duplicates.withoutHour', { n: w.n(rowsWithoutHour) })] : []),
        ...(groupsListed.length > 0 ? [w.t('duplicates.largest', { list: groupsListed.join(', ') })] : []),
      ]),
    ].join('');
  };
  return part('exact') + part('near') + lines + paragraph(w.t('duplicates.note'), 'muted');
}

export function precision({ coordinates: { decimals, grid, unit } }: QualityReport, w: Writer): string {
  const { written, roundedShare, roundedExpected, lastDigits, excess, p } = decimals;
  const lines: string[] = [];
  if (lastDigits.length === 0 && written >= 10) lines.push(w.t('precision.computed'));
  else {
    lines.push(
      unit === 'degree'
        ? w.t('precision.degrees', {
            n: String(written),
            meters: formatNumber(w.lang, 111_195 / 10 ** written, { significant: 2 }),
          })
        : w.t('precision.metres', { n: String(written) }),
      w.t('precision.rounded', { share: w.percent(roundedShare), expected: w.percent(roundedExpected) }),
    );
  }
  lines.push(
    grid
      ? w.t('precision.grid', {
          share: w.percent(grid.share),
          step:
            grid.unit === 'degree'
              ? `${formatNumber(w.lang, grid.step, { significant: 4 })}°`
              : text(w.lang, 'quality.precision.gridMetres', { meters: formatNumber(w.lang, grid.step) }),
          meters: formatNumber(w.lang, grid.meters, { significant: 2 }),
        })
      : w.t('precision.noGrid'),
  );
  if (lastDigits.length === 0) return list(lines);
  const isUneven = (p ?? 1) < 0.001 && (excess ?? 0) >= 0.02;
  lines.push(
    isUneven ? w.t('precision.digitsUneven', { share: w.percent(excess ?? 0) }) : w.t('precision.digitsEven'),
  );
  return `<div class="pair">${list(lines)}<figure>${digitsChart(w.lang, lastDigits)}<figcaption>${w.t('precision.digits')}</figcaption></figure></div>`;
}

export function months({ time }: QualityReport, w: Writer): string {
  if (time.months.length === 0) return paragraph(w.t('months.noDates'));
  const marked = monthSentences(w.lang, time).map(escapeHtml);
  const strays = (key: 'before' | 'after'): string[] =>
    time[key].n > 0
      ? [w.t(`months.${key}`, { n: w.n(time[key].n), row: String(time[key].firstRow ?? '–') })]
      : [];
  const legend = (['missing', 'collapsed', 'doubled'] as const)
    .map((state) => w.t(`state.${state}`))
    .join(', ');
  return [
    `<figure>${monthsChart(w.lang, time.months)}${marked.length > 0 ? `<figcaption><i class="key"></i> ${legend}</figcaption>` : ''}</figure>`,
    list([...(marked.length > 0 ? marked : [w.t('months.none')]), ...strays('before'), ...strays('after')]),
    paragraph(w.t('months.note'), 'muted'),
  ].join('');
}

export function hours({ time: { hours: found } }: QualityReport, w: Writer): string {
  const dated = found.known + found.unknown;
  const lines =
    dated > 0
      ? [w.t('hours.unknown', { n: w.n(found.unknown), share: w.percent(found.unknown / dated) })]
      : [];
  for (const { minute, n, expected } of found.placeholders)
    lines.push(
      w.t(minute === 0 ? 'hours.midnight' : 'hours.placeholder', {
        clock: clockOf(minute),
        n: w.n(n),
        expected: formatNumber(w.lang, expected),
      }),
    );
  if (found.known === 0) return paragraph(w.t('hours.none')) + list(lines);
  lines.push(
    w.t('hours.full', {
      full: w.percent(found.fullHourShare),
      half: w.percent(found.halfHourShare),
      even: formatPercent(w.lang, 1 / 60, 2),
    }),
  );
  return `<figure>${hoursChart(w.lang, found.hours)}<figcaption>${w.t('hours.note')}</figcaption></figure>${list(lines)}`;
}

export function outside({ outside: found }: QualityReport, w: Writer): string {
  if (!found) return paragraph(w.t('outside.unknown'));
  if (found.n === 0) return paragraph(w.t('outside.nothing'));
  const most = Math.max(...found.bands.map(({ n }) => n));
  const rows = found.bands.map(({ upToMeters, n, firstRow }) => [
    w.t(upToMeters === null ? 'outside.farther' : `outside.upTo${upToMeters}`),
    shareBar(n, most, (upToMeters ?? Infinity) > 10_000),
    w.n(n),
    firstRow === null ? '' : String(firstRow),
  ]);
  return (
    paragraph(w.t('outside.total', { n: w.n(found.n), share: w.percent(found.share) })) +
    table([w.t('outside.distance'), '', w.t('rows'), w.t('first')], rows, [0, 1])
  );
}

export function struckOff(found: NonNullable<QualityReport['struckOff']>, w: Writer): string {
  const rows = found.districts
    .slice(0, MOST_PLACES)
    .map(({ district, rows: n, of }) => [
      escapeHtml(district || text(w.lang, 'terms.not_known')),
      w.n(n),
      w.percent(n / of),
    ]);
  return (
    paragraph(w.t('struckOff.total', { n: w.n(found.rows), share: w.percent(found.share) })) +
    (rows.length > 0
      ? table([escapeHtml(capital(text(w.lang, 'terms.district'))), w.t('rows'), w.t('share')], rows)
      : '')
  );
}

export function hotSpots({ hotSpots: found }: QualityReport, w: Writer): string {
  if (found.impossible) return paragraph(w.t(`hotSpots.${found.impossible}`));
  const { incidents, hotCells, problemPlaces, places, jaccard, spearman } = found;
  const occupied =
    found.extent === 'area' ? '' : paragraph(escapeHtml(text(w.lang, 'statements.occupied')), 'muted');
  const note = paragraph(
    w.t('hotSpots.note', { with: w.n(incidents.with), without: w.n(incidents.without) }),
  );
  if (incidents.with === incidents.without) return note + paragraph(w.t('hotSpots.nothing')) + occupied;
  if (hotCells.with === 0 && hotCells.without === 0)
    return note + paragraph(w.t('hotSpots.noneToCompare')) + occupied;
  const stay = problemPlaces.with - problemPlaces.shrink - problemPlaces.vanish;
  const changed = places.filter(({ fate }) => fate !== 'stays');
  const degree = (value: number): string => formatNumber(w.lang, value, { decimals: 4 });
  const rows = (changed.length > 0 ? changed : places)
    .slice(0, MOST_PLACES)
    .map((place) => [
      w.n(place.rank),
      `<code>${escapeHtml(place.id)}</code><small>${degree(place.lat)}&emsp;${degree(place.lon)}</small>`,
      w.n(place.n),
      w.n(place.nWithout),
      `<b class="${place.fate}">${w.t(`fate.${place.fate}`)}</b>`,
    ]);
  return [
    note,
    paragraph(
      w.t('hotSpots.cells', {
        with: w.n(hotCells.with),
        without: w.n(hotCells.without),
        both: w.n(hotCells.both),
        share: w.percent(jaccard),
      }),
    ),
    spearman === null
      ? ''
      : paragraph(w.t('hotSpots.rank', { r: formatNumber(w.lang, spearman, { decimals: 2 }) })),
    paragraph(
      w.t('hotSpots.places', {
        n: w.n(problemPlaces.with),
        stay: w.n(stay),
        shrink: w.n(problemPlaces.shrink),
        vanish: w.n(problemPlaces.vanish),
        appear: w.n(problemPlaces.appear),
      }),
    ),
    rows.length > 0
      ? table(
          [
            w.t('hotSpots.rankColumn'),
            escapeHtml(capital(text(w.lang, 'terms.problem_place'))),
            w.t('hotSpots.with'),
            w.t('hotSpots.without'),
            w.t('fate'),
          ],
          rows,
          [1, 4],
        )
      : '',
    occupied,
  ].join('');
}
