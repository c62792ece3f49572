import { planeOfCrs } from '@oryn/core';
import {
  boundaryStroke,
  classStyle,
  districtStroke,
  groundStroke,
  type MapStroke,
  palette,
  problemPlaceStroke,
  sequentialFills,
  significantClasses,
} from '@oryn/figures';
import { formatInteger, languages, text } from '@oryn/language';
import type { Feature, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { wellFormed } from '../../../figures/make/well-formed.ts';
import { layerStyles } from './geo-style.ts';
import type { Styled } from './qml-density.ts';

const CLASSES = ['hot99', 'hot95', 'hot95', 'hot90', 'none', 'none', 'none', '', 'cold95', ''];
const COUNTS = [40, 12, 9, 6, 3, 0, 2, 1, 0, 0];

const way = (properties: Record<string, string>, type: 'LineString' | 'Polygon' = 'LineString'): Feature => {
  const line = [
    [71, 46],
    [71.1, 46],
    [71.1, 46.1],
    [71, 46],
  ];
  return {
    type: 'Feature',
    properties,
    geometry: type === 'LineString' ? { type, coordinates: line } : { type, coordinates: [line] },
  };
};

/** As much of a study as its styles are written from. */
function styled(changes: Record<string, unknown> = {}): Styled {
  const plane = planeOfCrs('EPSG:32642');
  const [left, bottom] = plane.project(71.08, 46.03);
  return {
    study: { files: ['a.csv'], title: 'A & "B" <C>' },
    subject: 'crime',
    simulated: false,
    area: { polygons: [(way({}, 'Polygon').geometry as Polygon).coordinates] },
    plane,
    context: [way({ class: 'main' }), way({ name: 'x' }), way({ kind: 'river' }), way({}, 'Polygon')],
    places: { count: CLASSES.length },
    n: Uint32Array.from(COUNTS),
    hot: {
      ...{ hotClass: CLASSES, tested: 8, statistic: 'gi-star', inference: 'exact' },
      correction: 'benjamini-hochberg',
    },
    problemPlaces: [{ rank: 1, lon: 71, lat: 46, members: [0] }],
    report: { period: [] },
    surface: { columns: 2, rows: 2, cellSize: 100, values: Float64Array.of(0, 5, 40, 123), left, bottom },
    ...changes,
  } as unknown as Styled;
}

const places = (changes?: Record<string, unknown>): string =>
  layerStyles(styled(changes), 'en').get('places.qml')!;

/** Label, condition, fill and outline of each class in a style of places. */
function classesOf(qml: string): Map<string, { label: string; filter: string; colours: string[] }> {
  const symbols = [...qml.matchAll(/<symbol name="(\d+)".*?<\/symbol>/g)].map(([symbol]) =>
    [...symbol.matchAll(/name="(?:outline_)?color" type="QString" value="([^"]+)"/g)].map(
      ([, value]) => value,
    ),
  );
  const rules = qml.matchAll(/<rule key="(\w+)" label="([^"]*)" filter="([^"]*)" symbol="(\d+)"\/>/g);
  return new Map(
    [...rules].map(([, key, label, filter, symbol]) => [
      key,
      {
        label,
        filter: filter.replaceAll('&quot;', '"').replaceAll('&gt;', '>'),
        colours: symbols[Number(symbol)],
      },
    ]),
  );
}

/** What of a style of places is not as on the figure. */
function faultsOf(qml: string): string[] {
  const found = classesOf(qml);
  return significantClasses.filter((name) => {
    const colours = found.get(name)?.colours;
    return colours && (colours[0] !== classStyle[name].fill || colours[1] !== classStyle[name].outline);
  });
}

describe('styles of the layers of a bundle', () => {
  it.each(languages)('are well-formed, the same bytes twice, and speak %s', (lang) => {
    const styles = layerStyles(styled({ simulated: true }), lang);
    expect([...styles.keys()]).toEqual(['places.qml', 'problem-places.qml', 'context.qml', 'density.qml']);
    const again = layerStyles(styled({ simulated: true }), lang);
    for (const [name, qml] of styles) {
      expect(wellFormed(qml.trimEnd()), name).toBe(true);
      expect(qml).not.toMatch(/NaN|undefined|Infinity/);
      expect(again.get(name), name).toBe(qml);
      expect(qml, name).toContain(text(lang, 'figures.simulatedLong'));
    }
    expect(styles.get('places.qml')).toContain(`${text(lang, 'figures.hotPlaces')} (`);
    expect(styles.get('context.qml')).toContain(text(lang, 'figures.boundary'));
    expect(styles.get('problem-places.qml')).toContain(`${text(lang, 'figures.problemPlace')}: 1`);
    expect(styles.get('density.qml')).toContain(`${text(lang, 'figures.densityHeading')}: `);
  });

  it('say simulated only of simulated data', () => {
    for (const qml of layerStyles(styled(), 'en').values()) expect(qml).not.toContain('Simulated');
  });

  it('give every class the colours of the figure', () => {
    expect(faultsOf(places())).toEqual([]);
    expect(faultsOf(places().replaceAll(classStyle.hot95.fill, '#EE7A3C'))).toEqual(['hot95']);
    expect(faultsOf(places().replaceAll(classStyle.hot99.outline, '#000000'))).toEqual(['hot99']);
  });

  it('count the places of every class as a recount by the condition of its rule does', () => {
    const rows = CLASSES.map((name, i) => ({ gi_class: name === '' ? null : name, n: COUNTS[i] }));
    const rules = classesOf(places());
    expect([...rules.keys()]).toEqual(['hot99', 'hot95', 'hot90', 'cold95', 'none', 'untested']);
    for (const [key, { label, filter }] of rules) {
      const [, isOf, hasAny] = /^"gi_class" (= '\w+'|IS NULL)( AND "n" > 0)?$/.exec(filter)!;
      const value = isOf === 'IS NULL' ? null : isOf.slice(3, -1);
      const n = rows.filter((row) => row.gi_class === value && (!hasAny || row.n > 0)).length;
      expect(label.endsWith(`: ${formatInteger('en', n)}`), `${key} ${label}`).toBe(true);
      expect(n, key).toBeGreaterThan(0);
    }
    expect(rules.get('none')!.colours[0]).toBe(palette.quiet);
    expect(places()).toContain('label="N = 73 incidents; 8 cells tested, empty ones too"');
  });

  it('counts the incidents of places where one is possible, as the figure does', () => {
    const inMask = Uint8Array.from(CLASSES, (_, i) => (i === 0 ? 0 : 1));
    expect(places({ inMask })).toContain('label="N = 33 incidents;');
  });

  it('keep the classes of hot places in the legend without a place, those of cold ones not', () => {
    const hotClass = CLASSES.map(() => 'none');
    const rules = classesOf(places({ hot: { ...styled().hot, hotClass } }));
    expect([...rules.keys()]).toEqual(['hot99', 'hot95', 'hot90', 'none']);
    expect(rules.get('hot99')!.label).toBe('q ≤ 0.01: 0');
  });

  it('draw the ground with the strokes of the figure', () => {
    const styles = layerStyles(styled(), 'en');
    const faultOf = (qml: string, { stroke, strokeWidth }: MapStroke): number => {
      const found = new RegExp(
        `line_color" type="QString" value="${stroke}".*?line_width" type="QString" value="([^"]+)"`,
      );
      return Math.abs(Number(found.exec(qml)?.[1]) - (strokeWidth * 25.4) / 96);
    };
    const strokes = [
      groundStroke.main,
      groundStroke.street,
      groundStroke.river,
      districtStroke,
      boundaryStroke,
    ];
    for (const stroke of strokes)
      expect(faultOf(styles.get('context.qml')!, stroke), stroke.stroke).toBeLessThan(0.001);
    expect(faultOf(styles.get('problem-places.qml')!, problemPlaceStroke)).toBeLessThan(0.001);
  });

  it('give the density the round levels of its figure, the least left to the ground', () => {
    const itemsOf = (values: number[]): string[][] => {
      const surface = { ...styled().surface, values: Float64Array.from(values) };
      const qml = layerStyles(styled({ surface }), 'en').get('density.qml')!;
      const item = /<item value="([^"]*)" label="([^"]*)" color="([^"]*)" alpha="(\d+)"\/>/g;
      return [...qml.matchAll(item)].map(([, ...parts]) => parts);
    };
    const items = itemsOf([0, 5, 40, 123]);
    expect(items.map(([value]) => value)).toEqual(['2', '5', '10', '20', '50', '100', 'inf']);
    expect(items[0][1]).toBe('Incidents per km²: under 2');
    expect(items.slice(1).map(([, label]) => label)).toEqual([
      ...['2–5', '5–10', '10–20', '20–50', '50–100', '100 and more'],
    ]);
    expect(items.slice(1).map(([, , colour]) => colour)).toEqual(sequentialFills(6, 'teal'));
    expect(items.map(([, , , alpha]) => alpha)).toEqual(['0', ...Array(6).fill('255')]);
    expect(itemsOf([0, 0, 0, 0]).map((item) => item.slice(0, 2))).toEqual([['inf', 'Incidents per km²: 0']]);
  });

  it('name of the ground only what there is', () => {
    const keys = (context: Feature[], area?: unknown): string[] => {
      const qml = layerStyles(styled({ context, area }), 'en').get('context.qml')!;
      return [...qml.matchAll(/<rule key="(\w+)"/g)].map(([, key]) => key);
    };
    expect(keys([])).toEqual([]);
    expect(keys([way({})])).toEqual(['street']);
    expect(keys([way({ name: 'railway' }), way({ kind: 'water' }, 'Polygon'), way({}, 'Polygon')])).toEqual([
      'district',
      'water',
      'rail',
    ]);
  });
});
