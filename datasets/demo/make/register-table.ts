import type { RegisterRow } from './register-rows.ts';

export const REGISTER_TITLES = [
  'Сведения о зарегистрированных правонарушениях. Вымышленный город Кенжол',
  'Период: 01.01.2022 – 31.12.2023; данные вымышлены',
] as const;

export const REGISTER_COLUMNS = [
  '№ п/п',
  'Номер КУИ',
  'Дата и время совершения',
  'Статья УК РК',
  'Место совершения',
  'Район',
  'Улица',
  'Дом',
  'Кв.',
  'Долгота',
  'Широта',
  'Прекращено',
  'Источник',
  'Вымышлено',
] as const;

/** Rows above the first record, in the sheet and in the CSV. */
export const SHEET_ROWS_ABOVE = REGISTER_TITLES.length + 1;
export const CSV_LINES_ABOVE = 1;

/** A record by the order of the columns, as texts with a decimal comma. */
export function registerCells(row: RegisterRow, index: number): string[] {
  return [
    String(index + 1),
    row.caseNumber,
    row.time,
    row.article,
    String(row.place),
    row.district,
    row.street,
    row.house,
    row.flat,
    row.lon.replace('.', ','),
    row.lat.replace('.', ','),
    row.struckOff ? 'да' : 'нет',
    row.source,
    'да',
  ];
}
