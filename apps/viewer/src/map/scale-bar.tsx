import type { Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { lengthText } from '../ui/words.ts';

const LONGEST = 96;

/** The longest round length that fits. */
function roundLength(longestMeters: number): number {
  const power = 10 ** Math.floor(Math.log10(longestMeters));
  return [5, 2, 1].map((lead) => lead * power).find((length) => length <= longestMeters) ?? power;
}

export function ScaleBar(props: { lang: Language; metersPerPixel: number }): ReactNode {
  const meters = roundLength(props.metersPerPixel * LONGEST);
  return (
    <div className="scale">
      <i style={{ width: meters / props.metersPerPixel }} />
      <span>{lengthText(props.lang, meters)}</span>
    </div>
  );
}
