import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type DroppedFile, type FileRole, fileRoles } from './dropped-file.ts';

const KILO = 1024;

/** The files, what each is taken for, and the way to say otherwise. */
export function FileList(props: {
  lang: Language;
  files: readonly DroppedFile[];
  onRole: (name: string, role: FileRole) => void;
  onRemove: (name: string) => void;
}): ReactNode {
  const { lang, files, onRole, onRemove } = props;
  return (
    <ul className="file-list" aria-label={text(lang, 'open.files')}>
      {files.map(({ name, file, role }) => (
        <li key={name} data-role={role}>
          <span className="file-name">
            <bdi>{name}</bdi>
            <small>{sizeText(lang, file.size)}</small>
          </span>
          <select
            aria-label={`${text(lang, 'open.role')}: ${name}`}
            value={role}
            onChange={(event) => {
              const chosen = fileRoles.find((known) => known === event.target.value);
              if (chosen) onRole(name, chosen);
            }}
          >
            {fileRoles.map((one) => (
              <option key={one} value={one}>
                {text(lang, `open.role.${one}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="icon-button"
            aria-label={text(lang, 'open.remove', { file: name })}
            onClick={() => onRemove(name)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function sizeText(lang: Language, bytes: number): string {
  return bytes < KILO * KILO
    ? `${formatInteger(lang, Math.max(1, Math.round(bytes / KILO)))} KB`
    : `${formatInteger(lang, Math.round(bytes / KILO / KILO))} MB`;
}
