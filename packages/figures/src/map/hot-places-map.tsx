import type { ReactNode } from 'react';
import { QuietPlaces, ringsOf, SignificantPlaces } from './hot-places-layers.tsx';
import { hotPlacesLegend, problemPlaceList } from './hot-places-legend.tsx';
import { classOf, type HotPlacesMapProps } from './hot-places-props.ts';
import { MapFigure } from './map-figure.tsx';
import { boxesOf } from './map-names.tsx';
import { ProblemPlaceMarks, problemPlaceBoxes } from './problem-place-marks.tsx';
import { boundsOf } from './viewport.ts';

/**
 * Hot and cold places by class, problem places outlined and numbered, with a legend that names method, correction
 * and N.
 */
export function HotPlacesMap(props: HotPlacesMapProps): ReactNode {
  const { boundary } = props;
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
      marks={(view) => <ProblemPlaceMarks map={props} view={view} />}
      taken={(view) => [
        ...problemPlaceBoxes(props, view),
        ...boxesOf(
          view,
          ringsOf(props, (i) => classOf(props.places, i).startsWith('hot')),
        ),
      ]}
      legend={(column) => hotPlacesLegend(props, column)}
      list={(columns) => problemPlaceList(props, columns)}
    />
  );
}
