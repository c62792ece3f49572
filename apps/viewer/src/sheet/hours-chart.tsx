import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';

const WIDTH = 288;
const HEIGHT = 58;
const SLOT = WIDTH / 24;
const BUSY_HOURS = 6;
const TICKS = [0, 6, 12, 18, 23];

/** Incidents by hour of the day; the busiest six hours stand out. */
export function HoursChart({ lang, hours }: { lang: Language; hours: readonly number[] }): ReactNode {
  const highest = Math.max(...hours);
  // Strictly above the seventh: ties never make a seventh hour stand out.
  const calm = [...hours].sort((a, b) => b - a)[BUSY_HOURS];
  const list = hours.map((n, hour) => `${hour}: ${formatInteger(lang, n)}`).join(', ');
  const label = text(lang, 'viewer.byHour', { list });
  return (
    <svg className="hours" viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`} role="img" aria-label={label}>
      {hours.map((n, hour) => {
        const height = (n / highest) * HEIGHT;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
          <g key={hour}>
            <title>{`${hour}:00–${hour + 1}:00 · ${formatInteger(lang, n)}`}</title>
            <rect className="slot" x={hour * SLOT} y={0} width={SLOT} height={HEIGHT} />
            <rect
              className={n > calm ? 'bar busy' : 'bar'}
              x={hour * SLOT + 1}
              y={HEIGHT - height}
              width={SLOT - 2}
              height={height}
              rx="1"
            />
          </g>
        );
      })}
      <path className="base" d={`M0 ${HEIGHT + 0.5}H${WIDTH}`} />
      {TICKS.map((hour) => (
        <text
          key={hour}
          x={hour * SLOT + SLOT / 2}
          y={HEIGHT + 13}
          textAnchor={hour === 0 ? 'start' : hour === 23 ? 'end' : 'middle'}
          dx={hour === 0 ? -SLOT / 2 : hour === 23 ? SLOT / 2 : 0}
        >
          {hour}
        </text>
      ))}
    </svg>
  );
}
