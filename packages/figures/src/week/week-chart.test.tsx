import { languages } from '@oryn/language';
import { describe, expect, it } from 'vitest';
import { exampleSvg } from '../../make/example.ts';
import { examples, exampleWeek } from '../../make/examples/week.tsx';
import { wellFormed } from '../../make/well-formed.ts';
import { renderSvg } from '../render-svg.ts';
import { WeekChart } from './week-chart.tsx';

const numbersOf = (svg: string, name: string): number[] =>
  new RegExp(`data-${name}="([^"]*)"`).exec(svg)![1]!.split(' ').map(Number);

describe('WeekChart', () => {
  it.each(languages)('is well-formed and the same bytes twice in %s', (lang) => {
    for (const example of examples) {
      const svg = exampleSvg(example, lang);
      expect(wellFormed(svg)).toBe(true);
      expect(exampleSvg(example, lang)).toBe(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('has the sums of plain counting above and beside its squares', () => {
    const week = Array.from({ length: 168 }, (_, slot) => (slot * 7) % 13);
    const svg = renderSvg(<WeekChart {...exampleWeek('en', { week })} />);
    const [hours, days] = [new Array(24).fill(0), new Array(7).fill(0)];
    for (const [slot, n] of week.entries()) {
      hours[slot % 24] += n;
      days[Math.floor(slot / 24)] += n;
    }
    expect(numbersOf(svg, 'week')).toEqual(week);
    expect(numbersOf(svg, 'hours')).toEqual(hours);
    expect(numbersOf(svg, 'weekdays')).toEqual(days);
    for (const n of days) expect(svg).toContain(`>${n}</text>`);
    expect(svg.match(/<title>/g)).toHaveLength(168 + 24);
  });

  it('begins on Monday and lets the busy hours pass midnight', () => {
    const svg = renderSvg(<WeekChart {...exampleWeek('en', { shift: { from: 20, hours: 8 } })} />);
    expect([...svg.matchAll(/>(Mon|Tue|Wed|Thu|Fri|Sat|Sun)</g)].map(([, name]) => name).join(' ')).toBe(
      'Mon Tue Wed Thu Fri Sat Sun',
    );
    const busy = [...svg.matchAll(/<rect class="(bar[^"]*)"/g)].flatMap(([, name], hour) =>
      name === 'bar busy' ? [hour] : [],
    );
    expect(busy).toEqual([0, 1, 2, 3, 20, 21, 22, 23]);
    expect(svg).toContain('busiest eight hours, 20:00–4:00');
  });

  it('counts what it does not draw', () => {
    const week = new Array<number>(168).fill(2);
    const svg = renderSvg(<WeekChart {...exampleWeek('en', { week, incidents: 420 })} />);
    expect(svg).toContain('Drawn: 336 incidents of 420. Hour or day not known, so not drawn: 84 (20%).');
    expect(svg).toContain('00:00 stands for a time that is not known');
    expect(svg).toContain('24% of the times are full hours');
    expect(renderSvg(<WeekChart {...exampleWeek('en', { week, incidents: 336 })} />)).not.toContain(
      '00:00 stands',
    );
  });
});
