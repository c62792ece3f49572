import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import type { Layer } from '../state/view-state.ts';
import { capitalised } from '../ui/words.ts';
import type { Answer, BundleFacts, DensityAnswer } from '../worker/types.ts';
import { classFill, mapPalettes } from './map-palette.ts';
import { ScaleBar } from './scale-bar.tsx';
import { useColourScheme } from './use-colour-scheme.ts';

interface LegendProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  layer: Layer;
  density: DensityAnswer | undefined;
  metersPerPixel: number | undefined;
}

const limits = { 99: 0.01, 95: 0.05, 90: 0.1 } as const;
type Level = keyof typeof limits;

/** What the colours mean, how it was computed, how long a kilometre is, and whose data these are. */
export function Legend(props: LegendProps): ReactNode {
  const { lang, facts, answer, layer, density, metersPerPixel } = props;
  const [isOpen, setOpen] = useState(false);
  const statistic = facts.statistic === 'gi-star' ? 'Gi*' : 'Gi';
  const title =
    layer === 'hot'
      ? text(lang, 'viewer.hotPlacesLegend', { statistic })
      : text(lang, 'viewer.densityLegend');
  return (
    <section className={isOpen ? 'legend open' : 'legend'} aria-label={text(lang, 'viewer.legend')}>
      <button type="button" className="legend-strip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Strip {...props} />
        <b>{text(lang, 'viewer.legend')}</b>
      </button>
      <div className="legend-body">
        <h2>{title}</h2>
        {layer === 'hot' ? (
          <HotClasses {...props} />
        ) : (
          density && <DensityClasses lang={lang} density={density} />
        )}
        <ul className="classes">
          {layer === 'hot' && (
            <>
              <Swatch className="quiet-cell" name={text(lang, 'viewer.notSignificant')} />
              {answer.hasUntested && (
                <Swatch className="untested-cell" name={text(lang, 'viewer.outsideMask')} />
              )}
            </>
          )}
          <Swatch className="outlined" name={text(lang, 'viewer.problemPlace')} />
        </ul>
        {metersPerPixel !== undefined && <ScaleBar lang={lang} metersPerPixel={metersPerPixel} />}
        <p className="method">
          {layer === 'hot'
            ? text(lang, 'viewer.methodLegend', {
                inference: facts.inference,
                correction: facts.correction,
                n: formatInteger(lang, answer.tested),
              })
            : `${capitalised(text(lang, 'viewer.bandwidth', { n: formatInteger(lang, facts.bandwidth) }))}. ${text(lang, 'viewer.densityNote')}`}
        </p>
        <p className="method">
          {text(lang, 'figures.totalIncidents', {
            n: formatInteger(lang, answer.total),
            count: answer.total,
          })}
          {' · '}
          {text(lang, 'figures.source', { source: facts.sources.join(', ') })}
        </p>
        <p className="method local">
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
            <path d="M3.5 5.5V4a2.5 2.5 0 0 1 5 0v1.5M2.5 5.5h7v5h-7z" />
          </svg>
          {text(lang, 'viewer.localOnly')}
        </p>
      </div>
    </section>
  );
}

/** The legend in one line, for a narrow screen. */
function Strip({ lang, answer, layer, density }: LegendProps): ReactNode {
  const fills = mapPalettes[useColourScheme()].density;
  const total = text(lang, 'figures.total', { n: formatInteger(lang, answer.total) });
  const items =
    layer === 'hot'
      ? levelsOf(answer, 'hot').map(({ level, fill }) => ({
          fill,
          name: formatNumber(lang, limits[level], { decimals: 2 }),
        }))
      : (density?.bands ?? []).map(({ from }, band) => ({
          fill: fills[band],
          name: formatNumber(lang, from),
        }));
  return (
    <span className="strip">
      {layer === 'hot' && <span>q ≤</span>}
      {items.map(({ fill, name }) => (
        <span key={name}>
          <i style={{ background: fill }} />
          {name}
        </span>
      ))}
      <span>{total}</span>
    </span>
  );
}

function HotClasses({ lang, answer }: LegendProps): ReactNode {
  const cold = levelsOf(answer, 'cold').filter(({ count }) => count > 0);
  const row = ({ level, fill, count, isHot }: ReturnType<typeof levelsOf>[number]): ReactNode => (
    <Swatch
      key={fill}
      fill={fill}
      name={text(lang, 'viewer.classQ', { q: formatNumber(lang, limits[level], { decimals: 2 }) })}
      {...(isHot && { detail: text(lang, 'viewer.falseFinds', { n: limits[level] * 100 }) })}
      count={text(lang, 'viewer.cellCount', { n: formatInteger(lang, count), count })}
    />
  );
  return (
    <>
      <ul className="classes">{levelsOf(answer, 'hot').map(row)}</ul>
      {cold.length > 0 && (
        <>
          <h3>{text(lang, 'viewer.coldLegend')}</h3>
          <ul className="classes">{cold.map(row)}</ul>
        </>
      )}
    </>
  );
}

function levelsOf(
  answer: Answer,
  side: 'hot' | 'cold',
): { level: Level; fill: string; count: number; isHot: boolean }[] {
  return classFill
    .filter(([hotClass]) => hotClass.startsWith(side))
    .map(([hotClass, fill]) => ({
      level: Number(hotClass.slice(side.length)) as Level,
      fill,
      count: answer.classCounts[hotClass] ?? 0,
      isHot: side === 'hot',
    }));
}

function DensityClasses({ lang, density }: { lang: Language; density: DensityAnswer }): ReactNode {
  const { bands } = density;
  const fills = mapPalettes[useColourScheme()].density;
  return (
    <ul className="classes">
      {bands.map(({ from }, band) => {
        const next = bands[band + 1]?.from;
        const range = next === undefined ? `≥ ${number(from)}` : `${number(from)} – ${number(next)}`;
        return <Swatch key={from} fill={fills[band]} name={range} />;
      })}
    </ul>
  );

  function number(value: number): string {
    return formatNumber(lang, value);
  }
}

function Swatch(props: {
  fill?: string;
  className?: string;
  name: string;
  detail?: string;
  count?: string;
}): ReactNode {
  const { fill, className, name, detail, count } = props;
  return (
    <li>
      <i className={className} style={fill === undefined ? undefined : { background: fill }} />
      <span>{name}</span>
      {count && <span className="count">{count}</span>}
      {detail && <small>{detail}</small>}
    </li>
  );
}
