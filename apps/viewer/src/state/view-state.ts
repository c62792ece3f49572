import { isLanguage, type Language } from '@oryn/language';

export type Layer = 'hot' | 'density';
export type Tab = 'places' | 'concentration';
export type HourBand = '00-08' | '08-16' | '16-24';

export const tabs: readonly Tab[] = ['places', 'concentration'];
export const hourBands: readonly HourBand[] = ['00-08', '08-16', '16-24'];

/** Everything a person has chosen; undefined means the default of the bundle. It lives in the address. */
export interface ViewState {
  city: string | undefined;
  from: number | undefined;
  to: number | undefined;
  category: string | undefined;
  hours: HourBand | undefined;
  lang: Language;
  /** The page of the panel. */
  tab: Tab;
  layer: Layer;
  /** The cell of a place's peak. */
  place: string | undefined;
}

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
    lang: languageFrom(given.get('lang'), browserLanguages),
    tab: tabs.find((tab) => tab === given.get('tab')) ?? 'places',
    layer: given.get('layer') === 'density' ? 'density' : 'hot',
    place: given.get('place') ?? undefined,
  };
}

function languageFrom(given: string | null, browserLanguages: readonly string[]): Language {
  const wanted = [given ?? '', ...browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase())];
  return wanted.find(isLanguage) ?? 'ru';
}

/** The address of a state: only what was chosen, so that it can be read. */
export function searchOf(state: ViewState): string {
  const { city, from, to, category, hours, lang, tab, layer, place } = state;
  const written = new URLSearchParams();
  const values = {
    ...{ city, from, to, category, hours, lang },
    tab: tab === 'places' ? undefined : tab,
    layer: layer === 'hot' ? undefined : layer,
    place,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) written.set(name, String(value));
  }
  return `?${written}`;
}
