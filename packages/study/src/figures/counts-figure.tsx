import { ClassedMap, type Paper, renderSvg } from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { cellToBoundary } from 'h3-js';
import { countClasses, countClassesText } from './count-classes.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { denominatorText } from './figure-words.ts';
import { withFinding } from './finding-title.ts';
import { mapProps, projectOn } from './map-ground.ts';

/** The map of cells by their number of incidents: all inside the boundary, those outside the mask too. */
export function countsFigure(drawn: Drawn, lang: Language, paper: Paper, choices: FigureChoices): string {
  const { places, plane, n, inMask } = drawn;
  const classes = choices.countClasses ?? countClasses([n], choices.breaks);
  const project = projectOn(plane);
  const max = n.reduce((most, count) => Math.max(most, count), 0);
  const total = n.reduce((sum, count) => sum + count, 0);
  const counted = inMask ? n.filter((_, i) => inMask[i] === 1) : n;
  const inside = counted.reduce((sum, count) => sum + count, 0);
  const finding =
    max === 0
      ? text(lang, 'figures.countsEmptyTitle')
      : text(lang, 'figures.countsTitle', { max: formatInteger(lang, max) });
  return renderSvg(
    <ClassedMap
      {...withFinding(mapProps(drawn, lang), finding, drawn, lang)}
      places={{
        count: places.count,
        rings: (index) => project(cellToBoundary(places.ids[index], true)),
        value: n,
      }}
      limits={classes.limits}
      empty={counted.filter((count) => count === 0).length}
      total={total}
      heading={text(lang, 'figures.countsHeading')}
      notes={[countClassesText(drawn, lang, classes)]}
      denominators={[
        text(lang, 'figures.countsMean', {
          denominator: denominatorText(drawn, lang),
          n: formatInteger(lang, counted.length),
          mean: formatNumber(lang, inside / counted.length),
        }),
        ...(total > inside
          ? [
              text(lang, 'figures.countsOutside', {
                n: formatInteger(lang, total - inside),
                cells: formatInteger(lang, n.filter((count, i) => count > 0 && inMask?.[i] === 0).length),
              }),
            ]
          : []),
      ]}
    />,
    paper,
  );
}
