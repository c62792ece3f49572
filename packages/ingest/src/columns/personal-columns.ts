import { normaliseName, wordsOfName } from './column-name.ts';

/** Whole names, normalised, of columns that name a person, a case or a dwelling. */
const NAMES = new Set(
  `ud tz1id globalid erdr ердр еррд сдтб kui куи кусп iin иин жсн bin бин ssn dni nif dob фио атыжөні тегі аты
  әкесініңаты firstname lastname middlename surname fullname patronymic nombre nombres apellido apellidos victimname
  suspectname complainant complaintnumber complaintno reportingperson casenumber caseno drnumber drno crimenumber
  номердела номердела номеруд номеруголовногодела номеркуи номеркусп номерердр існомері ісжөні қылмыстықісномері
  phone phonenumber telephone mobile cell email mail passport flat apartment apt квартира кв пәтер пәтері
  homeaddress адреспроживания местожительства адресрегистрации тұрғылықтыжері тұрғылықтымекенжайы birthdate
  dateofbirth датарождения туғанкүні fechanacimiento fechadenacimiento cedula cédula documento licenseplate plate
  госномер vin ipадрес ipaddress`.split(/\s+/),
);

/** Beginnings of words that mean the same wherever they stand in a name. */
const STEMS =
  `фамил отчеств телефон паспорт удостоверен жекекуәлік иин жсн email phone passport surname квартир пәтер рожден туған
  apellid nacimiento telefono teléfono correo`.split(/\s+/);

/** People of a case; columns that count or class them are harmless. */
const PEOPLE =
  'потерпевш подозрева обвиняем заявител жәбірлен күдікт арызданушы victim suspect offender'.split(' ');
const HARMLESS =
  'колич число кол саны count всего барлығы пол возраст sex gender age race жынысы жасы type тип статус'.split(
    ' ',
  );

/** Whether a column names a person, a case or a flat, so that it is never kept. */
export function isPersonal(name: string): boolean {
  if (NAMES.has(normaliseName(name))) return true;
  const words = wordsOfName(name);
  const begins = (stems: readonly string[]): boolean =>
    words.some((word) => stems.some((stem) => word.startsWith(stem)));
  if (begins(STEMS) || words.some((word) => word === 'фио' || word === 'iin' || word === 'ssn')) return true;
  return begins(PEOPLE) && !words.some((word) => HARMLESS.includes(word) || word.startsWith('колич'));
}
