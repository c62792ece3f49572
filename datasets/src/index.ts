export { benchmarkName } from './benchmark-names.ts';
export { benchmarkOffenceGroupOf } from './benchmark-offences.ts';
export {
  type Benchmark,
  type BenchmarkDenominator,
  type BenchmarkMask,
  type BenchmarkOffenceGroup,
  type BenchmarkUnitKind,
  benchmarks,
} from './benchmarks.ts';
export { type City, cities, type FormerName, findCity } from './cities.ts';
export { type CountryOutline, countryAt, countryOutlines } from './country-outlines.ts';
export { type DemoCity, demoCities } from './demo-cities.ts';
export { type Gravity, gravities } from './gravities.ts';
export { type IccsSection, iccsOf, iccsSection, iccsSections } from './iccs.ts';
export { type KzGeography, kzGeographies, kzGeography } from './kz-geographies.ts';
export type { LonLat, Names } from './names.ts';
export {
  type OffenceGroup,
  type OffenceGroupId,
  type OffenceLayer,
  offenceGroupOf,
  offenceGroups,
} from './offence-groups.ts';
export { type SeriesBreak, seriesBreaks } from './offence-series-breaks.ts';
export { type HardCode, type Offence, offences } from './offences.ts';
export { type OfficialField, type OfficialFieldRole, officialFields } from './official-fields.ts';
export {
  type OfficialLayer,
  type OfficialService,
  officialCityClause,
  officialLayer,
} from './official-layer.ts';
export { type ApproximateOutline, approximateOutline } from './outline.ts';
export {
  isDwelling,
  type PlaceType,
  placeTypeOf,
  placeTypeOfName,
  placeTypes,
  placeTypesSource,
} from './place-types.ts';
export { type Population, populations } from './populations.ts';
export {
  type PublicConfidence,
  publicConfidence,
  type SurveyText,
  surveyAnswers,
  surveyQuestions,
} from './public-confidence.ts';
export { type PublishedNumber, publishedNumber } from './published-number.ts';
export { type PublishedPeriod, publishedPeriod } from './published-period.ts';
export { type PublishedResult, publishedResults, resultMeasures } from './published-results.ts';
export { type RecordSource, recordSources } from './record-sources.ts';
export { type Reference, referenceOf, references } from './references.ts';
export {
  type CrimeMeasure,
  type CrimeUnit,
  crimeMeasures,
  type RegisteredCrime,
  registeredCrime,
} from './registered-crime.ts';
