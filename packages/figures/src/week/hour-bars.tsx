import { formatInteger, type Language } from '@oryn/language';
import type { ReactElement } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';

/** Strength of what does not stand out. */
export const QUIET = 0.35;

/** Hours that stand out: the first and how many; they may pass midnight. */
export interface HourSpan {
  readonly from: number;
  readonly hours: number;
}

interface HourBarsProps {
  readonly lang: Language;
  /** 24 counts. */
  readonly hours: readonly number[];
  readonly shift?: HourSpan | undefined;
  readonly left: number;
  readonly bottom: number;
  readonly height: number;
  readonly columnWidth: number;
  readonly gap: number;
}

/** A bar for each hour of the day in the colour around them, those of a shift standing out. */
export function HourBars(props: HourBarsProps): ReactElement[] {
  const { lang, hours, shift, left, bottom, height, columnWidth, gap } = props;
  const most = Math.max(1, ...hours);
  return hours.map((n, hour) => {
    const isBusy = shift !== undefined && (hour - shift.from + 24) % 24 < shift.hours;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
      <g key={hour}>
        <title>{`${hour}:00–${hour + 1}:00 · ${formatInteger(lang, n)}`}</title>
        <rect
          x={px(left + hour * columnWidth)}
          y={px(bottom - height)}
          width={px(columnWidth)}
          height={px(height)}
          fillOpacity={0}
        />
        <rect
          className={isBusy ? 'bar busy' : 'bar'}
          x={px(left + hour * columnWidth)}
          y={px(bottom - px((n / most) * height))}
          width={px(columnWidth - gap)}
          height={px((n / most) * height)}
          {...(isBusy ? { fill: palette.attention } : { fillOpacity: QUIET })}
        />
      </g>
    );
  });
}
