import { classLabel } from '@oryn/figures';
import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { LayerAnswer } from '../worker/layers.ts';
import type { DensityAnswer } from '../worker/types.ts';
import { countFills } from './cell-paint.ts';
import type { MapPalette } from './map-palette.ts';
import { Swatch } from './swatch.tsx';

type Of<L extends LayerAnswer['layer']> = Extract<LayerAnswer, { layer: L }>;

interface ClassesProps<A> {
  lang: Language;
  layer: A;
  colours: MapPalette;
}

export function DensityClasses({ lang, layer, colours }: ClassesProps<DensityAnswer>): ReactNode {
  const { bands } = layer;
  const number = (value: number): string => formatNumber(lang, value);
  return (
    <ul className="classes">
      {bands.map(({ from }, band) => {
        const next = bands[band + 1]?.from;
        const range = next === undefined ? `≥ ${number(from)}` : `${number(from)} – ${number(next)}`;
        return <Swatch key={from} fill={colours.density[band]} name={range} />;
      })}
    </ul>
  );
}

/** Most first, as the eye looks for the darkest. */
export function CountClasses({ lang, layer, colours }: ClassesProps<Of<'counts'>>): ReactNode {
  const { limits, cells, empty } = layer;
  const rows = countFills(limits, colours).map((fill, i) => (
    <Swatch
      key={limits[i]}
      fill={fill}
      name={classLabel(lang, limits, i)}
      count={cellCount(lang, cells[i])}
    />
  ));
  return (
    <ul className="classes">
      {rows.reverse()}
      <Swatch className="empty-cell" name={text(lang, 'layers.countsEmpty')} count={cellCount(lang, empty)} />
    </ul>
  );
}

/** The set, its share of its denominator and what chance would give. */
export function SetClasses({ lang, layer, colours }: ClassesProps<Of<'set'>>): ReactNode {
  const { k, drawn, places, share, expectedShare, isByLaw, leastCount } = layer;
  if (k === 0) return null;
  const values = {
    k: formatInteger(lang, k),
    places: formatInteger(lang, places),
    denominator: layer.denominatorText[lang],
    share: formatPercent(lang, share),
    null: layer.nullText[lang],
    expected: formatPercent(lang, expectedShare),
    by: isByLaw ? 'law' : 'throws',
  };
  return (
    <>
      <ul className="classes">
        <Swatch fill={colours.set} name={text(lang, 'layers.setIn')} count={cellCount(lang, k)} />
        <Swatch className="quiet-cell" name={text(lang, 'layers.setOthers')} />
      </ul>
      <p className="finding">{text(lang, 'layers.setShare', values)}</p>
      <p className="method">
        {text(lang, 'layers.setLeast', { least: formatInteger(lang, leastCount) })}
        {drawn > k && ` ${text(lang, 'layers.setTies', { drawn: formatInteger(lang, drawn) })}`}
      </p>
    </>
  );
}

/** Classes on both sides of zero; what is solid, what is faint. */
export function ChangeClasses({ lang, layer, colours }: ClassesProps<Of<'change'>>): ReactNode {
  const { periods, limits, cells } = layer;
  if (!periods) return <p className="finding">{text(lang, 'layers.changeNoYears')}</p>;
  const side = (sign: 1 | -1): ReactNode[] =>
    limits
      .map((limit, i) => (
        <Swatch
          key={limit}
          fill={(sign > 0 ? colours.more : colours.fewer)[i]}
          {...(sign < 0 && { className: 'smaller' })}
          name={changeRange(lang, limits, sign * (i + 1))}
          count={cellCount(lang, cells.byClass[limits.length + sign * (i + 1)])}
        />
      ))
      .reverse();
  const counts = { more: formatInteger(lang, cells.more), fewer: formatInteger(lang, cells.fewer) };
  return (
    <>
      <h3>{text(lang, 'layers.changeMore')}</h3>
      <ul className="classes">{side(1)}</ul>
      <h3>{text(lang, 'layers.changeFewer')}</h3>
      <ul className="classes">{side(-1)}</ul>
      <ul className="classes apart">
        <Swatch
          className="quiet-cell"
          name={text(lang, 'layers.changeMiddle', { n: formatNumber(lang, limits[0]) })}
          count={cellCount(lang, cells.byClass[limits.length])}
        />
        <Swatch
          className="shown-cell"
          name={text(lang, 'layers.changeShown')}
          detail={text(lang, 'layers.changeCounts', counts)}
        />
        <Swatch className="faint-cell" name={text(lang, 'layers.changeFaint')} />
      </ul>
    </>
  );
}

/** The limits of a class of changes: "+2 … +5", "≥ +5". @param step from -3 to 3, not 0 */
function changeRange(lang: Language, limits: readonly number[], step: number): string {
  const sign = step > 0 ? '+' : '−';
  const [from, to] = [limits[Math.abs(step) - 1], limits[Math.abs(step)]];
  const signed = (limit: number): string => sign + formatNumber(lang, limit);
  if (to === undefined) return `${step > 0 ? '≥' : '≤'} ${signed(from)}`;
  return `${signed(from)} … ${signed(to)}`;
}

const cellCount = (lang: Language, count: number): string =>
  text(lang, 'viewer.cellCount', { n: formatInteger(lang, count), count });
