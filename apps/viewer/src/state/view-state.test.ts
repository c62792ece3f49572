import { describe, expect, it } from 'vitest';
import { parseViewState, searchOf } from './view-state.ts';

describe('the address', () => {
  it('restores what it wrote', () => {
    const search =
      '?city=town&from=2020&to=2022&category=police-detected%3Adrugs&hours=16-24&lang=kk&tab=concentration&layer=density&place=89&month=2021-07&other=years%3A2019-2020';
    expect(searchOf(parseViewState(search, []))).toBe(search);
  });

  it('says what is no text of ours in English where the texts are disguised', () => {
    expect(parseViewState('?lang=qps', ['kk-KZ']).lang).toBe('en');
  });

  it('leaves to the defaults what it does not understand', () => {
    const state = parseViewState('?from=last&hours=1-2&tab=crystal-ball&layer=rainbow&lang=tlh', [
      'de-DE',
      'kk-KZ',
    ]);
    expect(state).toMatchObject({
      from: undefined,
      hours: undefined,
      tab: 'places',
      layer: 'hot',
      lang: 'kk',
    });
    expect(searchOf(state)).toBe('?lang=kk');
  });

  it('speaks Russian where neither the address nor the browser names a language of ours', () => {
    expect(parseViewState('', ['de-DE']).lang).toBe('ru');
  });
});
