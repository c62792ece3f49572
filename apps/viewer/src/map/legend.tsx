import { classLabel } from '@oryn/figures';
import { formatInteger, formatNumber, givenText, type Language, text } from '@oryn/language';
import type { FeatureCollection } from 'geojson';
import { type ReactNode, useState } from 'react';
import { PrivacyProof } from '../privacy-proof/privacy-proof.tsx';
import type { ChangeSplit, Layer } from '../state/view-state.ts';
import type { LayerAnswer } from '../worker/layers.ts';
import type { Answer, BundleFacts } from '../worker/types.ts';
import { countFills } from './cell-paint.ts';
import { HotClasses, hotLevels } from './hot-legend.tsx';
import { ChangeClasses, CountClasses, DensityClasses, SetClasses } from './layer-legend.tsx';
import { legendTitle, methodLines } from './legend-words.ts';
import { type MapPalette, mapPalettes } from './map-palette.ts';
import { PeriodSplit } from './period-split.tsx';
import { PointMarks } from './point-legend.tsx';
import { ScaleBar } from './scale-bar.tsx';
import { Swatch } from './swatch.tsx';
import { useColourScheme } from './use-colour-scheme.ts';

interface LegendProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  layer: Layer;
  /** What the layer shows; undefined for the hot places, and while it is computed. */
  found: LayerAnswer | undefined;
  split: ChangeSplit;
  /** Suggested posts and the round, while their page is open. */
  siting: FeatureCollection | undefined;
  metersPerPixel: number | undefined;
  onSplit: (split: ChangeSplit) => void;
}

/** A window with room for the legend beside what it explains; on a smaller one it begins folded to a line. */
const ROOMY = '(min-width: 1100px) and (min-height: 700px)';

/** What the colours mean, how it was computed, how long a kilometre is, and whose data these are. */
export function Legend(props: LegendProps): ReactNode {
  const { lang, facts, answer, layer, found, split, siting, metersPerPixel, onSplit } = props;
  const [isOpen, setOpen] = useState(() => window.matchMedia(ROOMY).matches);
  const colours = mapPalettes[useColourScheme()];
  return (
    <section className={isOpen ? 'legend open' : 'legend'} aria-label={text(lang, 'viewer.legend')}>
      <button type="button" className="legend-strip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Strip {...props} colours={colours} />
        <b>{text(lang, 'viewer.legend')}</b>
      </button>
      <div className="legend-body">
        <header>
          <h2>{legendTitle(lang, layer, facts)}</h2>
          <button
            type="button"
            className="close"
            aria-label={`${text(lang, 'viewer.legend')}: ${text(lang, 'viewer.close')}`}
            onClick={() => setOpen(false)}
          >
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d="M2 4.5 7 9.5l5-5" />
            </svg>
          </button>
        </header>
        {found?.layer === 'change' && (
          <PeriodSplit lang={lang} years={found.years} split={split} onSplit={onSplit} />
        )}
        {layer === 'hot' ? (
          <HotClasses lang={lang} answer={answer} colours={colours} />
        ) : (
          found && <Classes lang={lang} found={found} colours={colours} />
        )}
        <ul className="classes">
          <Swatch className="outlined" name={text(lang, 'viewer.problemPlace')} />
          <PointMarks lang={lang} facts={facts} siting={siting} />
        </ul>
        {metersPerPixel !== undefined && <ScaleBar lang={lang} metersPerPixel={metersPerPixel} />}
        {methodLines(lang, layer, facts, answer, found).map((line) => (
          <p key={line} className="method">
            {line}
          </p>
        ))}
        <p className="method">
          {text(lang, 'figures.totalIncidents', {
            n: formatInteger(lang, answer.total),
            count: answer.total,
          })}
          {' · '}
          {text(lang, 'figures.source', { source: facts.sources.map((file) => givenText(file)).join(', ') })}
        </p>
        <div className="method local">
          <PrivacyProof lang={lang} />
        </div>
      </div>
    </section>
  );
}

function Classes(props: { lang: Language; found: LayerAnswer; colours: MapPalette }): ReactNode {
  const { found, ...common } = props;
  switch (found.layer) {
    case 'density':
      return <DensityClasses {...common} layer={found} />;
    case 'counts':
      return <CountClasses {...common} layer={found} />;
    case 'set':
      return <SetClasses {...common} layer={found} />;
    case 'change':
      return <ChangeClasses {...common} layer={found} />;
  }
}

/** The legend in one line, for a narrow screen. */
function Strip(props: LegendProps & { colours: MapPalette }): ReactNode {
  const { lang, answer, layer } = props;
  return (
    <span className="strip">
      {layer === 'hot' && <span>q ≤</span>}
      {stripItems(props).map(({ fill, name }) => (
        <span key={name}>
          <i style={{ background: fill }} />
          {name}
        </span>
      ))}
      <span>{text(lang, 'figures.total', { n: formatInteger(lang, answer.total) })}</span>
    </span>
  );
}

function stripItems(props: LegendProps & { colours: MapPalette }): { fill: string; name: string }[] {
  const { lang, answer, layer, found, colours } = props;
  if (layer === 'hot') {
    return hotLevels(answer, 'hot', colours).map(({ q, fill }) => ({
      fill,
      name: formatNumber(lang, q, { decimals: 2 }),
    }));
  }
  switch (found?.layer) {
    case 'density':
      return found.bands.map(({ from }, band) => ({
        fill: colours.density[band],
        name: formatNumber(lang, from),
      }));
    case 'counts':
      return countFills(found.limits, colours).map((fill, i) => ({
        fill,
        name: classLabel(lang, found.limits, i),
      }));
    case 'set':
      return [{ fill: colours.set, name: text(lang, 'layers.name.set') }];
    case 'change':
      return [
        { fill: colours.more[2], name: text(lang, 'layers.changeMore') },
        { fill: colours.fewer[2], name: text(lang, 'layers.changeFewer') },
      ];
    case undefined:
      return [];
  }
}
