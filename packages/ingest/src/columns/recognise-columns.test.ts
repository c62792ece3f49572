import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { OrynError } from '@oryn/core';
import { officialFields } from '@oryn/datasets';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasShared, sharedPath } from '../../../../test/support/shared.ts';
import { describesRoadAccidents, recogniseColumns } from './recognise-columns.ts';

interface Sample {
  file: string;
  columns: string[];
  sample: string[][];
}

/** The first rows of a real file; quotes are only taken off. */
function shared(path: string, delimiter = ',', encoding = 'utf-8'): Sample {
  const bytes = readFileSync(sharedPath(`data/${path}`));
  const text = new TextDecoder(encoding).decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  const field = new RegExp(`("(?:[^"]|"")*"|[^${delimiter}]*)(?:${delimiter}|$)`, 'g');
  const [columns, ...sample] = text
    .slice(0, 40_000)
    .split(/\r?\n/)
    .slice(0, 200)
    .map((line) => [...line.matchAll(field)].map((match) => match[1].replace(/^"|"$/g, '')));
  return { file: path, columns: columns.filter((name) => name !== ''), sample: sample.slice(0, -1) };
}

const handMade = (header: string, ...rows: string[]): Sample => ({
  file: 'rows.csv',
  columns: header.split('|'),
  sample: rows.map((row) => row.split('|')),
});

describe.skipIf(!hasShared)('columns of real files', () => {
  const FILES: [string, string, Record<string, string>][] = [
    [
      'stlouis/2010-01.csv.gz',
      ',',
      { x: 'XCoord', y: 'YCoord', time: 'DateOccured', category: 'Description', district: 'District' },
    ],
    [
      'stlouis/2018-01.csv.gz',
      ',',
      { x: 'XCoord', y: 'YCoord', time: 'DateOccur', category: 'Description', district: 'District' },
    ],
    [
      'stlouis/2017-05.csv.gz',
      ',',
      { x: 'X-Coord', y: 'Y-Coord', time: 'Date Occur', category: 'Description', district: 'District' },
    ],
    [
      'vancouver/crime_2018.csv.gz',
      ',',
      {
        x: 'X',
        y: 'Y',
        year: 'YEAR',
        month: 'MONTH',
        day: 'DAY',
        hour: 'HOUR',
        minute: 'MINUTE',
        category: 'TYPE',
        district: 'NEIGHBOURHOOD',
      },
    ],
    [
      'medellin/homicides_2010_2019.csv',
      ';',
      { lon: 'longitud', lat: 'latitud', time: 'fecha_hecho', category: 'modalidad' },
    ],
    [
      'lancashire/asb_2022.tab.gz',
      '\t',
      { lon: 'longitude', lat: 'latitude', time: 'month', district: 'lsoa_code' },
    ],
    [
      'houston/crime_2010_jan_aug.csv.gz',
      ',',
      {
        lon: 'lon',
        lat: 'lat',
        time: 'date_local',
        hour: 'hour_local',
        category: 'offense',
        placeType: 'premise',
        district: 'beat',
      },
    ],
    [
      'memphis/robberies_2019.csv',
      ',',
      { lon: 'lon', lat: 'lat', time: 'date', category: 'offense_type', caseId: 'uid' },
    ],
    [
      'cincinnati/incidents_2011_2024.csv.gz',
      ',',
      { lon: 'lon', lat: 'lat', time: 'date_time', category: 'category', caseId: 'incident' },
    ],
    [
      'kz/astana-road-accidents-2019-2023.csv',
      ',',
      {
        lon: 'lon',
        lat: 'lat',
        x: 'x_3857',
        y: 'y_3857',
        time: 'date_local',
        clock: 'time_local',
        category: 'crash_type_code',
        district: 'district_code',
        caseId: 'objectid',
      },
    ],
  ];
  it.each(FILES)('%s', (path, delimiter, mapping) => {
    expect(recogniseColumns(shared(path, delimiter)).mapping).toEqual(mapping);
  });

  it('reads the Russian accidents and knows them as accidents', () => {
    const table = shared('russia-dtp/dtp_cp1251_semicolon.csv', ';', 'windows-1251');
    expect(recogniseColumns(table).mapping).toEqual({
      lon: 'Долгота',
      lat: 'Широта',
      time: 'Дата и время',
      category: 'Вид ДТП',
      district: 'Регион',
      caseId: 'Номер ДТП',
    });
    expect(describesRoadAccidents(table.columns)).toBe(true);
    expect(describesRoadAccidents(shared('russia-dtp/accidents_clean.csv').columns)).toBe(true);
    expect(describesRoadAccidents(shared('kz/astana-road-accidents-2019-2023.csv').columns)).toBe(true);
    for (const [path, delimiter] of FILES.slice(0, -1)) {
      expect(describesRoadAccidents(shared(path, delimiter).columns), path).toBe(false);
    }
  });
});

describe('recognising columns', () => {
  it('knows the official layer, prefers the clock in words and drops case numbers', () => {
    const columns = officialFields.filter(({ inNewService }) => inNewService).map(({ name }) => name);
    const { mapping, personal } = recogniseColumns({ file: 'layer.json', columns, sample: [] });
    expect(mapping).toMatchObject({
      time: 'dat_sover_str',
      category: 'crime_code',
      article: 'crime_code',
      articleText: 'stat',
      gravity: 'hard_code',
      placeType: 'fe1r29p1_id',
      district: 'reg_code',
      discontinued: 'discontinued',
      caseId: 'objectid',
    });
    expect(mapping.year).toBeUndefined();
    expect(mapping.month).toBeUndefined();
    expect(personal.sort()).toEqual(['globalid', 'tz1id', 'ud']);
  });

  it('knows Kazakh headers', () => {
    const table = handMade(
      'Реттік нөмірі|Қылмыс түрі|Жасалған күні|Уақыты|Бойлық (градус)|Ендік (градус)|Ауданы|Жәбірленушінің аты-жөні|Пәтер',
      '1|Ұрлық|31.01.2020|22:10|71,43|51,13|Есіл|…|5',
    );
    const { mapping, personal, unused } = recogniseColumns(table);
    expect(mapping).toEqual({
      caseId: 'Реттік нөмірі',
      category: 'Қылмыс түрі',
      time: 'Жасалған күні',
      clock: 'Уақыты',
      lon: 'Бойлық (градус)',
      lat: 'Ендік (градус)',
      district: 'Ауданы',
    });
    expect(personal).toEqual(['Жәбірленушінің аты-жөні', 'Пәтер']);
    expect(unused).toEqual([]);
  });

  it('knows Russian headers whatever their case, ё and punctuation', () => {
    const table = handMade(
      'ИИН|Фамилия потерпевшего|ВИД ПРЕСТУПЛЕНИЯ|Дата_регистрации|Дата, совершения правонарушения|Координата X, м|координата_y|Тяжесть|Источник|Место жительства|Телефон заявителя|Количество потерпевших',
      '…|…|Кража|02.02.2020|31.01.2020 22:10|668165|5666005|средней|102|…|…|1',
    );
    const { mapping, personal, unused } = recogniseColumns(table);
    expect(mapping).toEqual({
      category: 'ВИД ПРЕСТУПЛЕНИЯ',
      time: 'Дата, совершения правонарушения',
      gravity: 'Тяжесть',
      source: 'Источник',
      x: 'Координата X, м',
      y: 'координата_y',
    });
    expect(personal).toEqual(['ИИН', 'Фамилия потерпевшего', 'Место жительства', 'Телефон заявителя']);
    expect(unused).toContain('Количество потерпевших');
  });

  it('knows Spanish headers', () => {
    const table = handMade(
      'FECHA_HECHOS|HORA_HECHO|DELITO|LONGITUD|LATITUD|COMUNA|APELLIDOS',
      '5/1/2020|13:00|hurto|-75,57|6,25|10|…',
    );
    const { mapping, personal } = recogniseColumns(table);
    expect(mapping).toEqual({
      time: 'FECHA_HECHOS',
      clock: 'HORA_HECHO',
      category: 'DELITO',
      lon: 'LONGITUD',
      lat: 'LATITUD',
      district: 'COMUNA',
    });
    expect(personal).toEqual(['APELLIDOS']);
  });

  it('knows degrees of Kazakhstan by content, an overlap by its partner', () => {
    const astana = recogniseColumns(handMade('a|b|c', '51.1234|71.4321|7', '51.1111|71.4000|8'));
    expect(astana.mapping).toEqual({ lon: 'b', lat: 'a' });
    expect(astana.guesses[0]).toEqual({
      role: 'lon',
      column: 'b',
      reason: 'content',
      evidence: { least: 71.4, most: 71.4321 },
    });
    // Aktau: 51.2 may be either; 43.6 can only be a latitude.
    expect(recogniseColumns(handMade('p|q', '51,2011|43,6511', '51,1722|43,6422')).mapping).toEqual({
      lon: 'p',
      lat: 'q',
    });
    // Oral: both may be either.
    expect(recogniseColumns(handMade('p|q', '51.3711|51.2311', '51.3922|51.2122')).mapping).toEqual({});
    // Whole numbers and short decimals are figures of something else.
    expect(recogniseColumns(handMade('p|q', '51|71', '52|72')).mapping).toEqual({});
    expect(recogniseColumns(handMade('p|q', '51.5|71.2', '52.1|72.3')).mapping).toEqual({});
  });

  it('knows both coordinates in one column, dates and articles by content', () => {
    const table = handMade(
      'место|когда|норма',
      '51.1694, 71.4491|31.01.2020 22:10|ст.188 ч.3',
      '51.1282, 71.4304|01.02.2020 09:00|ст.188 ч.1',
    );
    const { mapping, guesses } = recogniseColumns(table);
    expect(mapping).toEqual({ point: 'место', time: 'когда', articleText: 'норма' });
    expect(guesses.every(({ reason }) => reason === 'content')).toBe(true);
    expect(recogniseColumns(handMade('geo', 'POINT(71.4 51.1)')).mapping).toEqual({ point: 'geo' });
  });

  it('does not believe a name that the cells contradict', () => {
    const table = handMade('time|date|location|lon|lat', '22:10|2020-01-31|Hazelwood Close|71.4|51.1');
    expect(recogniseColumns(table).mapping).toEqual({ time: 'date', clock: 'time', lon: 'lon', lat: 'lat' });
  });

  it('takes what a person gives, in any case, and refuses what is not there', () => {
    const table = handMade('lon|lat|X Metre|Y Metre|date|when', '71|51|1|2|2020-01-01|2020-01-02');
    const { mapping, guesses } = recogniseColumns(table, { x: 'x metre', y: 'Y_METRE', time: 'WHEN' });
    expect(mapping).toEqual({ x: 'X Metre', y: 'Y Metre', time: 'when' });
    expect(guesses.slice(0, 3).map(({ reason }) => reason)).toEqual(['given', 'given', 'given']);
    expect(() => recogniseColumns(table, { lon: 'nowhere' })).toThrow(OrynError);
  });

  it('does not look for a role that no column has', () => {
    const table = handMade('lon|lat|when|crime', '71.1|51.1|2020-01-05|theft');
    expect(recogniseColumns(table).mapping.category).toBe('crime');
    const { mapping, unused } = recogniseColumns(table, { category: '-', x: '-' });
    expect(mapping).toEqual({ lon: 'lon', lat: 'lat', time: 'when' });
    expect(unused).toEqual(['crime']);
  });

  it('keeps column names of hostile files apart from its own', () => {
    const table = handMade('__proto__|constructor|toString|lon|lat', 'a|b|c|71.1|51.1');
    expect(recogniseColumns(table).mapping).toEqual({ lon: 'lon', lat: 'lat' });
  });

  it('never throws and is linear, whatever the names and cells', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('9'.repeat(1000)));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (pairs) => {
        const columns = pairs.map(([name], i) => `${name}${i}`);
        recogniseColumns({ file: 'f', columns, sample: [pairs.map(([, value]) => value)] });
      }),
    );
    for (const unit of ['(', '[', 'a ', 'Aa', '1.', ' ']) {
      recogniseColumns({ file: 'f', columns: [unit.repeat(100_000)], sample: [[unit.repeat(100_000)]] });
    }
  });
});
