import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { exactText, placeName } from '../ui/words.ts';
import { hotClasses } from '../worker/cell-columns.ts';
import type { LayerAnswer } from '../worker/layers.ts';
import type { Answer } from '../worker/types.ts';
import type { Pointed } from './scene.ts';

/** Below this distance from the rim the words stand under the pointer. */
const ROOM_ABOVE = 90;

/** The exact numbers of one cell. */
export function Tooltip(props: {
  lang: Language;
  pointed: Pointed;
  answer: Answer;
  /** What the layer shows; undefined for hot places. */
  found: LayerAnswer | undefined;
}): ReactNode {
  const { lang, pointed, answer, found } = props;
  const { cell, x, y } = pointed;
  const { n, rank } = answer.cells;
  if (cell >= n.length) return null;
  const place = answer.places.find((one) => one.rank === rank[cell]);
  return (
    <div
      className={y < ROOM_ABOVE ? 'tooltip under' : 'tooltip'}
      style={{ left: `clamp(150px, ${x}px, 100% - 150px)`, top: y }}
      role="tooltip"
    >
      {place && (
        <strong>
          {place.rank}. {placeName(lang, place)}
        </strong>
      )}
      <span>{text(lang, 'viewer.incidentCount', { n: formatInteger(lang, n[cell]), count: n[cell] })}</span>
      <CellLine lang={lang} cell={cell} answer={answer} found={found} />
    </div>
  );
}

/** What the layer says of the cell. */
function CellLine(props: {
  lang: Language;
  cell: number;
  answer: Answer;
  found: LayerAnswer | undefined;
}): ReactNode {
  const { lang, cell, answer, found } = props;
  switch (found?.layer) {
    case 'set':
      return (
        <span className="quiet">
          {text(lang, found.isIn[cell] === 1 ? 'layers.inSet' : 'layers.notInSet')}
        </span>
      );
    case 'change':
      return <ChangeLine lang={lang} cell={cell} found={found} />;
    case 'counts':
    case 'density':
      return null;
    case undefined: {
      const { z, p, q, hotClass } = answer.cells;
      return hotClasses[hotClass[cell]] === '' ? (
        <span className="quiet">{text(lang, 'viewer.notTested')}</span>
      ) : (
        <span className="exact">
          z = {exactText(lang, z[cell])} · p = {exactText(lang, p[cell])} · q = {exactText(lang, q[cell])}
        </span>
      );
    }
  }
}

function ChangeLine(props: {
  lang: Language;
  cell: number;
  found: Extract<LayerAnswer, { layer: 'change' }>;
}): ReactNode {
  const { lang, cell, found } = props;
  const value = found.perYear[cell];
  if (Number.isNaN(value)) return null;
  const direction = found.direction[cell];
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return (
    <>
      <span>{text(lang, 'layers.perYear', { n: sign + formatNumber(lang, Math.abs(value)) })}</span>
      <span className="exact">
        {direction === 0
          ? text(lang, 'layers.shownNeither')
          : text(lang, direction > 0 ? 'layers.shownMore' : 'layers.shownFewer', {
              q: exactText(lang, found.q[cell]),
            })}
      </span>
    </>
  );
}
