import { text } from '@oryn/language';
import type { ReactNode } from 'react';
import { palette } from '../palette.ts';
import { type ClassedPlaces, classedDrawing, classLabel } from './classed-map.tsx';
import { MapPanels } from './map-panels.tsx';
import { boundaryKey, type PanelKey } from './map-panels-legend.tsx';
import type { MapProps } from './map-props.ts';
import { sequentialFills, sequentialOutline } from './sequential.ts';
import { boundsOf } from './viewport.ts';

/** One of several maps of the same places. */
export interface ClassedPanel {
  readonly name: string;
  /** What stands beside the name: N of this map. */
  readonly amount: string;
  /** Value per place; 0 = none, left as empty ground; NaN = not known. */
  readonly value: ArrayLike<number>;
}

export interface ClassedPanelsProps extends MapProps, Pick<ClassedPlaces, 'count' | 'rings'> {
  readonly panels: readonly ClassedPanel[];
  /** Class limits over all panels together, as `classLimits` gives them. */
  readonly limits: readonly number[];
  /** What the values are, with their unit; whole numbers. */
  readonly heading: string;
  /** How the classes were made, the area of a cell: a paragraph each under the heading. */
  readonly legendNotes: readonly string[];
  /** Incidents on all maps together. */
  readonly total: number;
}

/** The same places in several maps, one for each year or offence: one extent, one scale, the same classes. */
export function ClassedPanels(props: ClassedPanelsProps): ReactNode {
  const { lang, boundary, count, rings, limits } = props;
  const all = () => Array.from({ length: count }, (_, i) => rings(i));
  return (
    <MapPanels
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : all())}
      panels={props.panels.map(({ name, amount, value }) => ({
        name,
        amount,
        ...classedDrawing({ count, rings, value }, limits),
      }))}
      legend={{
        lang,
        heading: props.heading,
        notes: props.legendNotes,
        keys: keysOf(props),
        total: props.total,
      }}
    />
  );
}

function keysOf({ lang, limits, boundary }: ClassedPanelsProps): PanelKey[] {
  const classes = sequentialFills(limits.length - 1).map((fill, i) => ({
    label: classLabel(lang, limits, i),
    fill,
    stroke: sequentialOutline.warm,
    strokeWidth: 0.8,
  }));
  const none = { fill: palette.ground, stroke: palette.street, strokeWidth: 0.4 };
  // Most first, as the eye looks for the darkest.
  return [
    ...classes.reverse(),
    { label: text(lang, 'figures.emptyPlaces'), ...none },
    ...(boundary.length > 0 ? [boundaryKey(lang)] : []),
  ];
}
