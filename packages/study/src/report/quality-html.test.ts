import { type Incidents, monthsOfData } from '@oryn/core';
import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { inspectIncidents } from '../quality/inspect-incidents.ts';
import { REASON_CODES } from '../quality/verdict.ts';
import { reasonSentence } from '../quality/words.ts';
import { qualityHtml } from './quality-html.ts';

const HOSTILE = `<img src=x onerror="alert(1)">'`;

const rows = 400;
const incidents: Incidents = {
  count: rows,
  lon: Float64Array.from({ length: rows }, (_, i) => (i < 80 ? 71.43 : 71.4 + (i % 37) / 1000)),
  lat: Float64Array.from({ length: rows }, (_, i) => (i < 80 ? 51.12 : 51.1 + (i % 41) / 1000)),
  time: Float64Array.from({ length: rows }, (_, i) => 1.55e9 + i * 300_000),
  hourKnown: Uint8Array.from({ length: rows }, (_, i) => (i % 3 ? 1 : 0)),
  category: {
    codes: Uint16Array.from({ length: rows }, (_, i) => (i % 2) + 1),
    labels: ['', HOSTILE, 'theft'],
  },
  placeType: { codes: new Uint16Array(rows).fill(1), labels: ['', HOSTILE] },
  district: {
    codes: Uint16Array.from({ length: rows }, (_, i) => (i % 4) + 1),
    labels: ['', HOSTILE, 'b', 'c', 'd'],
  },
  discontinued: Uint8Array.from({ length: rows }, (_, i) => (i % 10 ? 0 : 1)),
  row: Uint32Array.from({ length: rows }, (_, i) => i + 2),
};
const report = inspectIncidents({
  incidents,
  subject: 'incidents',
  simulated: true,
  readings: [
    {
      file: `${HOSTILE}.csv`,
      facts: { format: 'xlsx', sheet: HOSTILE, otherSheets: ['b', HOSTILE], headerRow: 3, delimiter: '\t' },
      mapping: { lon: HOSTILE },
      guesses: [{ role: 'lon', column: HOSTILE, reason: 'name' }],
      personal: [HOSTILE],
      unused: Array.from({ length: 12 }, (_, i) => `${HOSTILE}${i}`),
      coordinates: { crs: 'EPSG:4326', reason: 'degrees', exchanged: false, evidence: {} },
      time: undefined,
      zonePair: undefined,
    },
  ],
  choices: [
    { name: 'dateOrder', value: 'mdy', unit: '', rule: `${HOSTILE}.csv`, reason: 'dateOrder.values' },
    { name: 'crs', value: 'EPSG:4326', unit: '', rule: `${HOSTILE}.csv`, reason: 'crs.degrees' },
    { name: 'zone', value: 'as written', unit: '', rule: `${HOSTILE}.csv`, reason: 'zone.asWritten' },
    { name: 'columns', value: 'lon=a', unit: '', rule: `${HOSTILE}.csv`, reason: 'columnsFound' },
  ],
  accounts: [
    {
      file: `${HOSTILE}.csv`,
      read: 12_345,
      kept: rows,
      dropped: { 'no-coordinates': 11_945 },
      firstRow: { 'no-coordinates': 2 },
      mended: { 'exchanged-axes': 3 },
      suspicious: 1,
      withoutDate: 0,
      withoutHour: 134,
      exactDuplicates: 2,
      years: [{ year: 2019, read: 12_345, kept: rows, dropped: { 'no-coordinates': 11_945 }, struckOff: 40 }],
      located: [{ year: 2019, category: HOSTILE, rows: 12_345, located: rows }],
    },
  ],
});

describe('the page about quality', () => {
  it.each(languages)('%s: escapes what files hold, needs no script and no network', (lang) => {
    const html = qualityHtml(report, lang);
    expect(html).toContain(`<html lang="${lang}">`);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;');
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/<script|<link|https?:|url\(|@import|undefined|NaN|\{\w+\}/);
  });

  it('is well-formed: every element that opens closes', () => {
    const open: string[] = [];
    const html = qualityHtml(report, 'kk').replace(/<!doctype[^>]*>/, '');
    for (const [, slash, name, rest] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>/g)) {
      if (['meta', 'br', 'rect', 'line'].includes(name)) {
        if (!['meta', 'br'].includes(name)) expect(rest, name).toMatch(/\/$/);
        continue;
      }
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('writes numbers as the language does, and the verdict first', () => {
    const [ru, en] = [qualityHtml(report, 'ru'), qualityHtml(report, 'en')];
    expect(ru).toContain('12\u202f345');
    expect(en).toContain('12,345');
    // 400 of 12,345 rows are 3.24 %.
    expect(ru).toContain('3,24\u00a0%');
    expect(en).toContain('3.24%');
    expect(en.indexOf('class="verdict not-usable"')).toBeLessThan(en.indexOf('<h2>'));
  });

  it('says how the file was understood, in words of the language', () => {
    const ru = qualityHtml(report, 'ru').replaceAll(/<[^>]+>/g, ' ');
    for (const words of [
      'месяц, день, год',
      'как записано',
      'EPSG:4326 (WGS 84)',
      'и ещё 4',
      'Строка заголовков',
    ])
      expect(ru).toContain(words);
    // One of the two categories is an offence group, the other is the text of the file: 200 rows each.
    expect(ru).toContain('1; строк: 200');
    expect(ru).not.toContain('lon=a');
    expect(qualityHtml(report, 'kk')).toContain('табуляция');
    expect(qualityHtml({ ...report, readings: [] }, 'en')).not.toContain('How the file was understood');
  });

  it('has a bar for every month and hour', () => {
    const html = qualityHtml(report, 'en');
    const [months] = html.match(/aria-label="Months"[\s\S]*?<\/svg>/) ?? [''];
    expect(months.match(/<g>/g)).toHaveLength(monthsOfData(incidents.time).months.length);
    const [hours] = html.match(/aria-label="Hours"[\s\S]*?<\/svg>/) ?? [''];
    expect(hours.match(/<g>/g)).toHaveLength(24);
  });

  it('has a sentence for every reason in every language', () => {
    for (const lang of languages)
      for (const code of REASON_CODES)
        expect(reasonSentence(lang, { code, weight: 'care', share: 0.5, n: 3, meters: 100 })).toMatch(/\.$/);
  });
});
