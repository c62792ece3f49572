import { type Language, text } from '@oryn/language';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';

/** Where files are dropped, or chosen by those who do not drag. */
export function DropZone(props: {
  lang: Language;
  isSmall: boolean;
  onFiles: (files: File[]) => void;
}): ReactNode {
  const { lang, isSmall, onFiles } = props;
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is an addition to the button, which does the same
    <div
      className={`drop-zone${isOver ? ' over' : ''}${isSmall ? ' small' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {!isSmall && (
        <svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
          <path d="M28 6v26M18 22l10 10 10-10" className="drop-arrow" />
          <path d="M8 36v12h40V36" className="drop-tray" />
        </svg>
      )}
      <p>{text(lang, 'open.lead')}</p>
      <button type="button" className="button primary" onClick={() => input.current?.click()}>
        {text(lang, 'open.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <p className="second">{text(lang, 'open.local')}</p>
    </div>
  );
}
