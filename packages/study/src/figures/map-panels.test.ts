import { languages } from '@oryn/language';
import { beforeAll, describe, expect, it } from 'vitest';
import { BUSY_TOWN, townSource } from '../../test/fixtures/town.ts';
import type { Drawn } from './drawn.ts';
import { drawFigures } from './figures.tsx';
import { panelFiguresOf } from './panel-figures.ts';

let town: Drawn;
beforeAll(async () => {
  town = await townSource();
});

const plain = (svg: string): string => svg.replaceAll(/[\u00a0\u202f]/g, ' ');

/** The numbers after "N = " in the heads of the panels, the last being that of all. */
const amounts = (svg: string): number[] =>
  [...plain(svg).matchAll(/>N = ([\d ]+)/g)].map(([, n]) => Number(n!.replaceAll(' ', '')));

const figureOf = (drawn: Drawn, name: 'years-maps' | 'offences-maps'): string => {
  const { figures, leftOut } = drawFigures(drawn, 'ru', {}, { figures: [name] });
  expect(leftOut).toEqual([]);
  return figures.get(name)!;
};

/** The town with a category for each incident and some dates gone. */
function changed(codes: Uint16Array, labels: string[], undated: number): Drawn {
  const { tally } = town;
  const month = tally.month.map((number, entry) => (entry < undated ? -1 : number));
  return {
    ...town,
    tally: { ...tally, month, category: Uint16Array.from(codes.slice(0, tally.count)) },
    incidents: { ...town.incidents, category: { codes, labels } },
    analysed: new Uint8Array(labels.length).fill(1),
  };
}

describe('years-maps', () => {
  it('has a map for each year with the incidents of a plain count', () => {
    const expected = town.years.map((year) => {
      let n = 0;
      for (let entry = 0; entry < town.tally.count; entry++)
        if (Math.floor(town.tally.month[entry]! / 12) === year) n += town.tally.n[entry]!;
      return n;
    });
    const all = expected.reduce((sum, n) => sum + n, 0);
    expect(all).toBe(BUSY_TOWN.incidents);
    expect(amounts(figureOf(town, 'years-maps'))).toEqual([...expected, all]);
  });

  it('counts what has no date in a note, and says why it is not drawn', () => {
    const undated = changed(town.tally.category, town.incidents.category.labels, 7);
    const lost = town.tally.n.slice(0, 7).reduce((sum, n) => sum + n, 0);
    expect(plain(figureOf(undated, 'years-maps'))).toContain(`Без даты ${lost} случа`);
    const never = { ...town, years: [], nByYear: [] };
    const once = { ...town, years: town.years.slice(0, 1), nByYear: town.nByYear.slice(0, 1) };
    for (const [drawn, reason] of [
      [never, 'noTime'],
      [once, 'oneYear'],
    ] as const) {
      expect(drawFigures(drawn, 'ru', {}, { figures: ['years-maps'] }).leftOut).toEqual([
        { figure: 'years-maps', reason },
      ]);
    }
  });

  it('shows the last twelve years and counts the earlier ones in a note', () => {
    const years = Array.from({ length: 14 }, (_, i) => 2010 + i);
    const nByYear = years.map((_, i) => Uint32Array.from(town.n, (n) => (n > 0 ? i + 1 : 0)));
    const report = { ...town.report, period: years.map((year) => ({ ...town.report.period[0]!, year })) };
    const svg = plain(figureOf({ ...town, years, nByYear, report }, 'years-maps'));
    const occupied = town.n.filter((n) => n > 0).length;
    expect(svg.replaceAll(' ', '')).toContain(`От${3 * occupied}до${14 * occupied}случаеввгод`);
    expect(svg).not.toContain('>2011</text>');
    expect(svg).toContain('>2012');
    expect(svg).toContain('>2023');
    const places = town.n.filter((n) => n > 0).length;
    expect(svg.replaceAll(/<[^>]+>/g, ' ')).toMatch(
      new RegExp(`2010[^;]* – ${places}; 2011[^.]* – ${2 * places}`),
    );
  });
});

describe('offences-maps', () => {
  it('has the nine largest, largest first, and names the others with their number', () => {
    const labels = Array.from({ length: 11 }, (_, i) => `offence ${String.fromCharCode(97 + i)}`);
    const codes = Uint16Array.from({ length: town.tally.count }, (_, i) =>
      Math.floor(11 * (i / town.tally.count) ** 2),
    );
    const drawn = changed(codes, labels, 0);
    const counts = labels.map((_, code) =>
      codes.reduce((sum, one, entry) => (one === code ? sum + town.tally.n[entry]! : sum), 0),
    );
    const order = counts.map((_, code) => code).sort((a, b) => counts[b]! - counts[a]!);
    const svg = figureOf(drawn, 'offences-maps');
    const shown = order.slice(0, 9).map((code) => counts[code]!);
    expect(amounts(svg)).toEqual([...shown, shown.reduce((sum, n) => sum + n, 0)]);
    const share = (100 * counts[order[0]!]!) / counts.reduce((sum, n) => sum + n, 0);
    expect(plain(svg)).toContain(`${labels[order[0]!]} — ${share.toPrecision(3).replace('.', ',')} %`);
    const words = plain(svg)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    for (const code of order.slice(9)) expect(words).toContain(`${labels[code]} – ${counts[code]}`);
  });

  it('is not drawn of one offence', () => {
    expect(drawFigures(town, 'kk', {}, { figures: ['offences-maps'] }).leftOut).toEqual([
      { figure: 'offences-maps', reason: 'noSecondCategory' },
    ]);
  });
});

describe('panelFiguresOf', () => {
  const figures = ['hot-places', 'counts', 'concentration-set', 'density', 'lorenz'] as const;

  it('sets every comparable figure side by side: one scale, one line of frames, the same classes', async () => {
    const other = await townSource({ ...BUSY_TOWN, incidents: 700, busy: 1 });
    const named = { ...other, study: { ...other.study, title: 'Ұ'.repeat(85) } };
    for (const lang of languages) {
      const found = panelFiguresOf([town, named], lang, { widthMm: 174 }, { figures });
      expect(found.leftOut).toEqual([]);
      expect([...found.figures.keys()]).toEqual(figures.map((name) => `${name}-panels`));
      for (const [name, svg] of found.figures) {
        expect(svg, name).not.toMatch(/NaN|undefined|Infinity/);
        const frames = [
          ...svg.matchAll(/data-map-scale="[^"]+" data-map-height="[^"]+"><rect [^>]*y="([\d.]+)"/g),
        ];
        expect(frames, name).toHaveLength(name.startsWith('lorenz') ? 0 : 2);
        expect(
          new Set(frames.map(([frame]) => /scale="[^"]+" data-map-height="[^"]+"/.exec(frame)![0])).size,
        ).toBeLessThan(2);
        expect(new Set(frames.map(([, y]) => y)).size, `${name}: tops`).toBeLessThan(2);
      }
      const labels = [...plain(found.figures.get('counts-panels')!).matchAll(/>(\d+(?:–\d+)?)<\/text>/g)].map(
        ([, label]) => label!,
      );
      const classes = labels.filter((label) => label.includes('–'));
      expect(classes.length).toBeGreaterThan(4);
      expect(classes.slice(0, classes.length / 2)).toEqual(classes.slice(classes.length / 2));
    }
  });

  it('puts three in two rows where three have no room, and says what one of them cannot show', () => {
    const found = panelFiguresOf([town, town, town], 'ru', { widthMm: 174 }, { figures: ['lorenz'] });
    const shifts = [...found.figures.get('lorenz-panels')!.matchAll(/translate\(([\d.]+) ([\d.]+)\)/g)];
    expect(shifts.map(([, x]) => Number(x) > 0)).toEqual([false, true, false]);
    expect(Number(shifts[2]![2])).toBeGreaterThan(Number(shifts[0]![2]));
    const few = { ...town, incidents: { ...town.incidents, count: 3 } };
    expect(panelFiguresOf([town, few], 'ru', {}, { figures: ['density', 'lorenz'] })).toMatchObject({
      leftOut: [{ figure: 'density', reason: 'tooFew' }],
    });
  });
});
