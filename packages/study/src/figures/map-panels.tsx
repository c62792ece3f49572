import { ClassedPanels, type Paper, renderSvg } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import { cellToBoundary } from 'h3-js';
import { subtitleText } from '../concentration/place-words.ts';
import { countClasses, countClassesText } from './count-classes.ts';
import type { Drawn } from './drawn.ts';
import type { FigureChoices } from './figure-names.ts';
import { mapProps, projectOn } from './map-ground.ts';

/** Incidents per place of one map. */
export interface PanelCounts {
  readonly name: string;
  readonly counts: Uint32Array;
}

/** Maps of counts of the same cells; the classes are made of the values of all maps together. */
export function panelMaps(
  drawn: Drawn,
  lang: Language,
  paper: Paper,
  choices: FigureChoices,
  maps: {
    readonly title: string;
    readonly panels: readonly PanelCounts[];
    readonly notes: readonly string[];
  },
): string {
  const { places, plane, study, report } = drawn;
  const project = projectOn(plane);
  const { panels } = maps;
  const sums = panels.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0));
  const classes = countClasses(
    panels.map(({ counts }) => counts),
    choices.breaks,
  );
  return renderSvg(
    <ClassedPanels
      {...mapProps(drawn, lang)}
      title={maps.title}
      subtitle={subtitleText(lang, report, study)}
      caption={maps.notes.join(' ')}
      count={places.count}
      rings={(index) => project(cellToBoundary(places.ids[index]!, true))}
      panels={panels.map(({ name, counts }, i) => ({
        name,
        amount: text(lang, 'figures.total', { n: formatInteger(lang, sums[i]!) }),
        value: counts,
      }))}
      limits={classes.limits}
      heading={text(lang, 'figures.countsHeading')}
      legendNotes={[countClassesText(drawn, lang, classes)]}
      total={sums.reduce((sum, n) => sum + n, 0)}
    />,
    paper,
  );
}
