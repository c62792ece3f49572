import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

const WIDTH = 60;
const HEIGHT = 22;
const PAD = 3;

/** Incidents of each year, from zero: a line that says how much, and leaves the word for it to a test. */
export function Sparkline(props: {
  lang: Language;
  years: readonly number[];
  counts: readonly number[];
}): ReactNode {
  const { lang, years, counts } = props;
  if (counts.length < 2) return null;
  const highest = Math.max(...counts, 1);
  const list = counts.map((n, i) => `${years[i]}: ${formatInteger(lang, n)}`).join(', ');
  const [first] = years;
  const points = counts.map((n, i) => [
    PAD + ((years[i] - first) * (WIDTH - 2 * PAD)) / (years[years.length - 1] - first),
    HEIGHT - PAD - (n / highest) * (HEIGHT - 2 * PAD),
  ]);
  const [lastX, lastY] = points[points.length - 1];
  const label = text(lang, 'viewer.byYear', { list });
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <path className="base" d={`M${PAD} ${HEIGHT - PAD + 0.5}H${WIDTH - PAD}`} />
      <polyline points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      <circle cx={lastX} cy={lastY} r="2.2" />
    </svg>
  );
}
