import type { Names } from './names.ts';

/** Where a record of an incident comes from. */
export interface RecordSource {
  readonly id: 'registered' | 'call-102' | 'administrative';
  readonly name: Names;
}

/** A call is a request for help and may be no offence; an administrative record is what police found. */
export const recordSources: readonly RecordSource[] = [
  {
    id: 'registered',
    name: {
      kk: 'тіркелген қылмыстық құқық бұзушылық (СДТБТ)',
      ru: 'зарегистрированное уголовное правонарушение (ЕРДР)',
      en: 'registered criminal offence',
    },
  },
  {
    id: 'call-102',
    name: { kk: '102 нөміріне қоңырау', ru: 'вызов по номеру 102', en: 'call to 102' },
  },
  {
    id: 'administrative',
    name: {
      kk: 'әкімшілік құқық бұзушылық',
      ru: 'административное правонарушение',
      en: 'administrative offence',
    },
  },
];
