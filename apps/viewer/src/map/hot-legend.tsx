import { significantClasses } from '@oryn/figures';
import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Answer } from '../worker/types.ts';
import type { MapPalette } from './map-palette.ts';
import { Swatch } from './swatch.tsx';

const limits = { 99: 0.01, 95: 0.05, 90: 0.1 } as const;
type Level = keyof typeof limits;

export interface HotLevel {
  level: Level;
  fill: string;
  count: number;
  isHot: boolean;
  /** The class holds places with a q up to this. */
  q: number;
}

export function hotLevels(answer: Answer, side: 'hot' | 'cold', { classes }: MapPalette): HotLevel[] {
  return significantClasses
    .filter((hotClass) => hotClass.startsWith(side))
    .map((hotClass) => {
      const level = Number(hotClass.slice(side.length)) as Level;
      return {
        level,
        fill: classes[hotClass],
        count: answer.classCounts[hotClass] ?? 0,
        isHot: side === 'hot',
        q: limits[level],
      };
    });
}

export function HotClasses(props: { lang: Language; answer: Answer; colours: MapPalette }): ReactNode {
  const { lang, answer, colours } = props;
  const hot = hotLevels(answer, 'hot', colours);
  const cold = hotLevels(answer, 'cold', colours).filter(({ count }) => count > 0);
  const row = ({ fill, count, isHot, q }: HotLevel): ReactNode => (
    <Swatch
      key={fill}
      fill={fill}
      name={text(lang, 'viewer.classQ', { q: formatNumber(lang, q, { decimals: 2 }) })}
      {...(isHot && { detail: text(lang, 'viewer.falseFinds', { n: q * 100 }) })}
      count={text(lang, 'viewer.cellCount', { n: formatInteger(lang, count), count })}
    />
  );
  // The figure for print counts those that were tested; here N is of all.
  const untested = answer.total - answer.concentration[0]!.over.incidents;
  return (
    <>
      <ul className="classes">
        {hot.map(row)}
        {hot.some(({ count }) => count > 0) && (
          <Swatch className="smaller" fill={hot[1].fill} name={text(lang, 'layers.single')} />
        )}
      </ul>
      {cold.length > 0 && (
        <>
          <h3>{text(lang, 'viewer.coldLegend')}</h3>
          <ul className="classes">{cold.map(row)}</ul>
        </>
      )}
      <ul className="classes">
        <Swatch className="quiet-cell" name={text(lang, 'viewer.notSignificant')} />
        {answer.hasUntested && (
          <Swatch
            className="untested-cell"
            name={text(lang, 'viewer.outsideMask')}
            count={text(lang, 'viewer.incidentCount', { n: formatInteger(lang, untested), count: untested })}
          />
        )}
      </ul>
    </>
  );
}
