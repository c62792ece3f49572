export { type ErrorParameters, OrynError } from './errors/oryn-error.ts';
export {
  type CalendarDate,
  checkedDays,
  dateFromDays,
  daysFromDate,
  daysInMonth,
  isoDate,
  isoDateTime,
  parseIsoDate,
  SECONDS_PER_DAY,
  weekdayOfDays,
} from './incidents/calendar.ts';
export { type RandomStream, randomStream } from './random/stream.ts';
export {
  type Degrees,
  degrees,
  type InUnit,
  type Meters,
  meters,
  type SquareKilometers,
  squareKilometers,
} from './units/units.ts';
