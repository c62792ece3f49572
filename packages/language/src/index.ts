export {
  type Catalogue,
  catalogues,
  type Section,
  speakPseudo,
  type TextKey,
} from './catalogue/catalogues.ts';
export { compareText } from './collation.ts';
export { formatDate, formatPeriod, monthName, weekdayName } from './dates.ts';
export { type DescribedError, errorText } from './error-text.ts';
export { givenText } from './given-text.ts';
export { isLanguage, type Language, languages } from './language.ts';
export {
  decimalsOf,
  formatInteger,
  formatNumber,
  formatP,
  formatPercent,
  type Precision,
} from './numbers.ts';
export { type TextValues, text } from './text.ts';
