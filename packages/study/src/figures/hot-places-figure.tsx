import { HotPlacesMap, type Paper, renderSvg } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import { cellToBoundary } from 'h3-js';
import { nullText } from '../report/statements.ts';
import type { Drawn } from './drawn.ts';
import { methodText } from './figure-words.ts';
import { mapProps, projectOn } from './map-ground.ts';

/** The map of hot places with the problem places. */
export function hotPlacesFigure(drawn: Drawn, lang: Language, paper: Paper): string {
  const { places, plane, hot, n, problemPlaces } = drawn;
  const placeNumber = new Int32Array(places.count).fill(-1);
  problemPlaces.forEach((place, index) => {
    for (const member of place.members) placeNumber[member] = index;
  });
  const project = projectOn(plane);
  const total = drawn.inMask ? n.filter((_, i) => drawn.inMask![i] === 1) : n;
  return renderSvg(
    <HotPlacesMap
      {...mapProps(drawn, lang)}
      caption={text(lang, 'figures.hotPlacesCaption', {
        null: nullText(lang, drawn),
        statistic: hot.statistic,
      })}
      places={{
        count: places.count,
        rings: (index) => project(cellToBoundary(places.ids[index], true)),
        n,
        hotClass: hot.hotClass,
        problemPlace: placeNumber,
      }}
      problemPlaces={problemPlaces.map(({ rank, lon, lat }) => {
        const [x, y] = plane.project(lon, lat);
        return { rank, x, y };
      })}
      total={total.reduce((sum, count) => sum + count, 0)}
      tested={hot.tested}
      method={methodText(drawn, lang)}
      unit="cells"
    />,
    paper,
  );
}
