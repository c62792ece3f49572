import { randomStream } from '@oryn/core';
import { languages } from '@oryn/language';
import {
  bundle,
  evaluate,
  type OpenBundle,
  openBundle,
  parseStudy,
  placeSheets,
  readStudy,
} from '@oryn/study';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { DroppedFile } from '../open/dropped-file.ts';
import { questionOf } from '../state/use-bundles.ts';
import { layers, parseViewState } from '../state/view-state.ts';
import { answer, filterOf } from './answer.ts';
import { briefing, briefingFile } from './briefing.ts';
import { compare } from './compare.ts';
import { concentration } from './concentration.ts';
import { dataAnswer } from './data-page.ts';
import { sourcesOf } from './dropped.ts';
import { figure } from './figure.ts';
import { layerAnswer } from './layers.ts';
import { factsOf } from './open.ts';
import { publicOffer, publicPreview } from './public.ts';
import { siting } from './siting.ts';
import { monthCells, time } from './time.ts';
import type { Question } from './types.ts';
import { understand } from './understand.ts';

// The page starts its workers when it is loaded; here their functions are called directly.
vi.mock('./client.ts', () => ({ root: '', worker: {} }));

/** Offences shown by district only, as registers write them: by article, by word, in three languages, spoilt letters. */
const BY_DISTRICT = [
  'Изнасилование',
  'ст.120 ч.2 УК РК',
  '1200',
  'ЗОРЛАУ',
  'Бытовое\u00a0насилие',
  'domestic_violence',
  'Самоубийство',
  'Жестокое обращение с\u00ad детьми',
  'поло\u200bвое преступление',
  'развратныи\u0306 сексуальный акт',
  'FAMILY_VIOLENCE',
  'Изнacиловaние',
  'ст.73 КоАП',
];
/** Middle of a town in the steppe. */
const [LON, LAT] = [66.4, 47.2];

/** Where and when what must not be seen gathers. */
interface Hidden {
  lon: number;
  lat: number;
  month: string;
  hour: string;
}
const HERE: Hidden = { lon: LON + 0.004, lat: LAT + 0.003, month: '02', hour: '03' };
const THERE: Hidden = { lon: LON - 0.004, lat: LAT - 0.004, month: '09', hour: '21' };

/** Thefts in the street, thefts in flats, and offences shown by district only. */
function town(flats: Hidden, byDistrict: Hidden): DroppedFile[] {
  const random = randomStream(5);
  const near = (lon: number, lat: number, spread: number): string =>
    [lon + random.normal() * spread, lat + random.normal() * spread].map((x) => x.toFixed(6)).join(',');
  const street = Array.from({ length: 900 }, (_, i) => {
    const date = `${2020 + (i % 3)}-${String(1 + (i % 12)).padStart(2, '0')}-11T${10 + (i % 12)}:25`;
    return `${near(LON, LAT, i % 3 === 0 ? 0.001 : 0.006)},${date},1880,001,Север`;
  });
  const hidden = ({ lon, lat, month, hour }: Hidden, what: (i: number) => string): string[] =>
    Array.from({ length: 300 }, (_, i) => {
      const date = `${2020 + (i % 3)}-${month}-11T${hour}:25`;
      return `${near(lon, lat, 0.001)},${date},${what(i)},Юг`;
    });
  const rows = [
    // The wizard shows the first rows of a file.
    ...hidden(byDistrict, (i) => `${BY_DISTRICT[i % BY_DISTRICT.length]},001`),
    ...hidden(flats, (i) => `1880,${i % 2 === 0 ? '021' : '022'}`),
    ...street,
  ];
  const text = ['lon,lat,date,category,fe1r29p1_id,district', ...rows, ''].join('\n');
  return [{ name: 'incidents.csv', file: new File([text], 'incidents.csv'), role: 'incidents' }];
}

const INPUT = { files: ['incidents.csv'], resolution: 10, seed: 7, permutations: 99, lang: 'en' } as const;

async function studied(files: DroppedFile[]): Promise<OpenBundle> {
  const found = evaluate(await readStudy(parseStudy(INPUT, 'oryn'), sourcesOf(files)));
  const written = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bundle(found)) written.set(path, bytes);
  return openBundle(async (path) => written.get(path)!);
}

const years = { from: 2020, to: 2022, hours: undefined };
const all: Question = { ...years, category: undefined };

/** Everything that the pages show of a question. */
function shown(bundle: OpenBundle, question: Question): Record<string, unknown> {
  const found = answer(bundle, question);
  const briefed = briefing(
    bundle,
    question,
    found.places.map(({ id }) => id),
  );
  const side = { id: 'town', question };
  const before = { id: 'town', question: { ...question, from: 2020, to: 2020 } };
  const asked = { count: 3, radius: 500, goal: 'cover', by: 'straight', existing: 'none' } as const;
  const members = found.places.map((place) => place.members);
  return {
    found,
    briefed,
    sheets: placeSheets(bundle.incidents, bundle.points, filterOf(bundle, question), members),
    files: languages.map((lang) => briefingFile(bundle, briefed, {}, lang, 'csv')),
    outlines: briefingFile(bundle, briefed, {}, 'ru', 'geojson'),
    concentration: found.total > 0 && concentration(bundle, question),
    layers: layers
      .filter((layer) => layer !== 'hot')
      .map((layer) => layerAnswer(bundle, question, layer, 'last')),
    time: time(bundle, question, undefined),
    months: monthCells(bundle, question),
    compared: compare([bundle, bundle], [side, before], 'years'),
    siting: siting(bundle, question, asked),
    figure: figure(bundle, question, { name: 'hot-places', paper: { widthMm: 174 } }, 'ru'),
  };
}

describe('offences shown by district only, and homes in small cells', { timeout: 120_000 }, () => {
  let here: OpenBundle;
  let elsewhere: OpenBundle;

  beforeAll(async () => {
    [here, elsewhere] = [await studied(town(HERE, HERE)), await studied(town(THERE, THERE))];
  }, 120_000);

  it('change nothing on any page wherever and whenever they happened', () => {
    expect(factsOf('town', here)).toEqual(factsOf('town', elsewhere));
    expect(factsOf('town', here).categories.map(({ label }) => label)).toEqual(['theft']);
    for (const question of [all, { ...all, from: 2021, category: 'theft', hours: [0, 8] as const }]) {
      const [one, other] = [shown(here, question), shown(elsewhere, question)];
      for (const [what, value] of Object.entries(one)) expect(value, what).toEqual(other[what]);
    }
    expect(answer(here, all).total).toBe(900);
    expect(answer(here, all).places.length).toBeGreaterThan(0);
    expect(publicOffer('town', here, 'ru')).toEqual(publicOffer('town', elsewhere, 'ru'));
    const preview = (of: OpenBundle) => publicPreview('town', of, { resolution: 8 }, 'ru', 600);
    expect(preview(here)).toEqual(preview(elsewhere));
  });

  it('are counted by district, and the flats as flats', () => {
    const [one, other] = [dataAnswer(here), dataAnswer(elsewhere)];
    expect({ ...one, inputs: [] }).toEqual({ ...other, inputs: [] });
    expect(one.account.en).toContain('Shown by district only: Юг 300');
    expect(here.manifest.account.dropped).toEqual({ restricted: 300, dwelling: 300 });
  });

  it('are not found by the address bar', () => {
    const facts = factsOf('town', here);
    for (const label of [...BY_DISTRICT, 'sexual', 'police-detected:administrative', 'constructor']) {
      const search = `?category=${encodeURIComponent(label)}&layer=counts&tab=time&place=x&month=2021-02`;
      expect(questionOf(facts, parseViewState(search, []))).toEqual({ ...all, district: undefined });
      expect(answer(here, { ...all, category: label }).total, label).toBe(0);
    }
    const asked = { ...all, category: BY_DISTRICT[0] };
    expect(shown(here, asked)).toEqual(shown(elsewhere, asked));
  });

  it('are shown without place and time by the wizard', async () => {
    const told = await Promise.all(
      [HERE, THERE].map((byDistrict) =>
        understand(town(HERE, byDistrict), { ...INPUT, files: ['incidents.csv'] }, () => {}),
      ),
    );
    expect(told[0]).toEqual(told[1]);
    const [row] = told[0].tables[0].rows;
    expect(row).toEqual(['…', '…', '…', BY_DISTRICT[0], '…', 'Юг']);
    if (!told[0].content.ok) throw new Error('not read');
    expect(told[0].content.value.byDistrict?.en).toBe('Shown by district only: Юг 300');
    expect(told[0].content.value.categories.map(({ label }) => label)).toEqual(['theft']);
  });
});
