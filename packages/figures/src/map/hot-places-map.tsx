import type { ReactNode } from 'react';
import { usePaper } from '../frame/paper.ts';
import { QuietPlaces, ringsOf, SignificantPlaces } from './hot-places-layers.tsx';
import { hotPlacesLegend, problemPlaceList } from './hot-places-legend.tsx';
import { classOf, type HotPlacesMapProps } from './hot-places-props.ts';
import { MapFigure } from './map-figure.tsx';
import { boxesOf } from './map-names.tsx';
import {
  DISCS_IN_PANEL,
  type LabelledPlaces,
  labelPlaces,
  ProblemPlaceMarks,
  problemPlaceBoxes,
} from './problem-place-marks.tsx';
import { boundsOf, type Viewport } from './viewport.ts';

/**
 * Hot and cold places by class, problem places outlined and numbered, with a legend that names method, correction
 * and N.
 */
export function HotPlacesMap(props: HotPlacesMapProps): ReactNode {
  const { boundary, problemPlaces } = props;
  const mostDiscs = usePaper().letter === undefined ? problemPlaces.length : DISCS_IN_PANEL;
  let known: { readonly top: number; readonly labelled: LabelledPlaces } | undefined;
  // Discs are laid out once, though names keep away from them and marks draw them.
  const labelledIn = (view: Viewport): LabelledPlaces => {
    if (known?.top !== view.top) known = { top: view.top, labelled: labelPlaces(props, view, mostDiscs) };
    return known.labelled;
  };
  return (
    <MapFigure
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : ringsOf(props, () => true))}
      fills={(view) => (
        <>
          <QuietPlaces map={props} view={view} />
          <SignificantPlaces map={props} view={view} part="fill" />
        </>
      )}
      outlines={(view) => <SignificantPlaces map={props} view={view} part="outline" />}
      marks={(view) => <ProblemPlaceMarks labelled={labelledIn(view)} />}
      taken={(view) => [
        ...problemPlaceBoxes(labelledIn(view)),
        ...boxesOf(
          view,
          ringsOf(props, (i) => classOf(props.places, i).startsWith('hot')),
        ),
      ]}
      legend={(column) => hotPlacesLegend(props, column, mostDiscs)}
      list={(columns) => problemPlaceList(props, columns)}
    />
  );
}
