import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { missingYears, periodText, spanText, type YearOfPeriod } from './period-text.ts';

const whole = (year: number): YearOfPeriod => ({ year, isWhole: true, monthSpan: [1, 12] });
const part = (year: number, monthSpan?: readonly [number, number]): YearOfPeriod => ({
  ...{ year, isWhole: false, monthSpan },
});

describe('the period in words', () => {
  it('lists what is counted, with the months of what is not whole', () => {
    const vancouver = [whole(2018), whole(2020), whole(2021), whole(2022), part(2023, [1, 10])];
    const said = languages.map((lang) => periodText(lang, vancouver));
    expect(said).toEqual([
      '2018, 2020–2023 (2023: қаңтар–қазан)',
      '2018, 2020–2023 (2023: январь–октябрь)',
      '2018, 2020–2023 (2023: January–October)',
    ]);
    expect(periodText('en', [whole(2019), whole(2020)])).toBe('2019–2020');
    expect(periodText('en', [part(2023, [3, 3])])).toBe('2023 (March)');
    expect(periodText('en', [part(2020), whole(2021), part(2022, [1, 2])])).toBe(
      '2020–2022 (2020: not whole; 2022: January–February)',
    );
    expect(periodText('en', [])).toBe('');
  });

  it('keeps runs of years apart, and names those that are missing', () => {
    expect(spanText([2018, 2020, 2021, 2023])).toBe('2018, 2020–2021, 2023');
    expect(missingYears([2018, 2020, 2021, 2023])).toEqual([2019, 2022]);
    expect(missingYears([2018])).toEqual([]);
    expect(missingYears([])).toEqual([]);
  });
});
