import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { exactText, placeName } from '../ui/words.ts';
import type { Answer } from '../worker/types.ts';
import type { Pointed } from './scene.ts';

/** Below this distance from the rim the words stand under the pointer. */
const ROOM_ABOVE = 90;

/** The exact numbers of one cell. */
export function Tooltip(props: { lang: Language; pointed: Pointed; answer: Answer }): ReactNode {
  const { lang, pointed, answer } = props;
  const { cell, x, y } = pointed;
  const place = answer.places.find(({ rank }) => rank === cell.rank);
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
      <span>{text(lang, 'viewer.incidentCount', { n: formatInteger(lang, cell.n), count: cell.n })}</span>
      {cell.hotClass === '' ? (
        <span className="quiet">{text(lang, 'viewer.notTested')}</span>
      ) : (
        <span className="exact">
          z = {exactText(lang, cell.z)} · p = {exactText(lang, cell.p)} · q = {exactText(lang, cell.q)}
        </span>
      )}
    </div>
  );
}
