import { type Language, type TextKey, text } from '@oryn/language';
import type { ReactNode } from 'react';

export function MapControls(props: {
  lang: Language;
  bearing: number;
  onZoom: (step: number) => void;
  onNorth: () => void;
  onFit: () => void;
  /** Maps that stand side by side have no figure of their own. */
  onFigure?: () => void;
}): ReactNode {
  const { lang, bearing, onZoom, onNorth, onFit, onFigure } = props;
  const button = (key: TextKey, path: ReactNode, onClick: () => void): ReactNode => (
    <button type="button" title={text(lang, key)} aria-label={text(lang, key)} onClick={onClick}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        {path}
      </svg>
    </button>
  );
  return (
    <div className="controls">
      {button('viewer.fit', <path d="M2 6V2h4M12 2h4v4M16 12v4h-4M6 16H2v-4" />, onFit)}
      {button(
        'viewer.north',
        <g transform={`rotate(${-bearing} 9 9)`}>
          <path d="M9 2 12.5 9h-7z" className="north" />
          <path d="M9 16 5.5 9h7z" />
        </g>,
        onNorth,
      )}
      {button('viewer.zoomIn', <path d="M9 3v12M3 9h12" />, () => onZoom(1))}
      {button('viewer.zoomOut', <path d="M3 9h12" />, () => onZoom(-1))}
      {onFigure && button('figurePage.openTitle', <path d="M2 3h14v12H2zM2 12l4-4 3 3 3-4 4 5" />, onFigure)}
    </div>
  );
}
