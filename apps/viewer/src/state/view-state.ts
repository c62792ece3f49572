import { isLanguage, type Language } from '@oryn/language';

/** The code that the standard of language tags leaves for tests: English texts, disguised. */
export const PSEUDO = 'qps';

export type Layer = (typeof layers)[number];
export type Tab = (typeof tabs)[number];
type Page = (typeof pages)[number];
export type ChangeSplit = (typeof changeSplits)[number];
export type HourBand = '00-08' | '08-16' | '16-24';

/** What the map shows of the incidents. */
export const layers = ['hot', 'density', 'counts', 'set', 'change'] as const;
/** Which two periods a change is between: the last whole year and those before it, or halves of the whole years. */
export const changeSplits = ['last', 'halves'] as const;
/** The pages of the panel. */
export const tabs = ['places', 'concentration', 'time', 'compare', 'posts', 'data'] as const;
/** The map with its panel, or a page that fills the window. */
const pages = ['map', 'open', 'briefing', 'figure', 'public'] as const;
export const hourBands: readonly HourBand[] = ['00-08', '08-16', '16-24'];

/** Everything a person has chosen; undefined means the default of the bundle. It lives in the address. */
export interface ViewState {
  city: string | undefined;
  from: number | undefined;
  to: number | undefined;
  category: string | undefined;
  hours: HourBand | undefined;
  district: string | undefined;
  lang: Language;
  page: Page;
  tab: Tab;
  layer: Layer;
  /** The two periods of the layer of change. */
  change: ChangeSplit;
  /** The cell of a place's peak. */
  place: string | undefined;
  /** The month on the map, `2021-07`. */
  month: string | undefined;
  /** What the question is compared with: `years:2019-2020`, `offence:…` or `city:…`. */
  other: string | undefined;
  /** The choice of the page of posts, in its own words. */
  posts: string | undefined;
  /** The kind of the figure on its page. */
  figure: string | undefined;
}

/** What is filled in on these pages is no step: a step back would lose it unasked. */
export const hasOwnForm = (page: Page): boolean => page === 'open' || page === 'public';

/** Another bundle has other years, offences, districts and places. */
export const NOTHING_CHOSEN = {
  place: undefined,
  category: undefined,
  district: undefined,
  from: undefined,
  to: undefined,
} as const satisfies Partial<ViewState>;

/** Read the address; what it does not say or says wrongly is left to the defaults. */
export function parseViewState(search: string, browserLanguages: readonly string[]): ViewState {
  const given = new URLSearchParams(search);
  const year = (name: string): number | undefined => {
    const value = given.get(name) ?? '';
    return /^\d{4}$/.test(value) ? Number(value) : undefined;
  };
  const hours = given.get('hours');
  return {
    city: given.get('city') ?? undefined,
    from: year('from'),
    to: year('to'),
    category: given.get('category') ?? undefined,
    hours: hourBands.find((band) => band === hours),
    district: given.get('district') ?? undefined,
    lang: languageFrom(given.get('lang'), browserLanguages),
    page: pages.find((page) => page === given.get('page')) ?? 'map',
    tab: tabs.find((tab) => tab === given.get('tab')) ?? 'places',
    layer: layers.find((layer) => layer === given.get('layer')) ?? 'hot',
    change: changeSplits.find((split) => split === given.get('change')) ?? 'last',
    place: given.get('place') ?? undefined,
    month: given.get('month') ?? undefined,
    other: given.get('other') ?? undefined,
    posts: given.get('posts') ?? undefined,
    figure: given.get('figure') ?? undefined,
  };
}

function languageFrom(given: string | null, browserLanguages: readonly string[]): Language {
  // What is no text of ours, such as a name, is then in English.
  const wanted = [
    given === PSEUDO ? 'en' : (given ?? ''),
    ...browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase()),
  ];
  return wanted.find(isLanguage) ?? 'ru';
}

/** The address of a state: only what was chosen, so that it can be read. */
export function searchOf(state: ViewState): string {
  const {
    city,
    from,
    to,
    category,
    hours,
    district,
    lang,
    page,
    tab,
    layer,
    change,
    place,
    month,
    other,
    posts,
    figure,
  } = state;
  const written = new URLSearchParams();
  const values = {
    ...{ city, from, to, category, hours, district, lang },
    page: page === 'map' ? undefined : page,
    tab: tab === 'places' ? undefined : tab,
    layer: layer === 'hot' ? undefined : layer,
    change: change === 'last' ? undefined : change,
    place,
    month,
    other,
    posts,
    figure,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) written.set(name, String(value));
  }
  return `?${written}`;
}
