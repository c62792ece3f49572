import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Settings } from '../worker/dropped.ts';
import { type DroppedFile, type FileRole, fileRoles } from './dropped-file.ts';

const KILO = 1024;

/** The files, what each is taken for, and the way to say otherwise; the settings of a study say it for all. */
export function FileList(props: {
  lang: Language;
  files: readonly DroppedFile[];
  settings: (Settings & { file: string }) | undefined;
  onRole: (name: string, role: FileRole) => void;
  onRemove: (name: string) => void;
}): ReactNode {
  const { lang, files, settings, onRole, onRemove } = props;
  return (
    <div className="file-list">
      <ul aria-label={text(lang, 'open.files')}>
        {files.map(({ name, file, role }) => (
          <li key={name} data-role={role}>
            <span className="file-name">
              <bdi>{name}</bdi>
              <small>{sizeText(lang, file.size)}</small>
            </span>
            {settings && settings.file !== name ? (
              <span className="second">{text(lang, `open.use.${purposeOf(name, settings)}`)}</span>
            ) : (
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
            )}
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
      {settings && <p className="second">{text(lang, 'open.bySettings', { file: settings.file })}</p>}
    </div>
  );
}

const PURPOSES = ['boundary', 'possible', 'categories'] as const;

/** What the settings name a file for. */
function purposeOf(
  name: string,
  { study, files }: Settings,
): (typeof PURPOSES)[number] | 'files' | 'context' | 'other' | 'none' {
  if (study.files.includes(name)) return 'files';
  const use = PURPOSES.find((key) => study[key] === name);
  if (use) return use;
  if (study.context?.includes(name)) return 'context';
  return files.includes(name) ? 'other' : 'none';
}

function sizeText(lang: Language, bytes: number): string {
  return bytes < KILO * KILO
    ? text(lang, 'open.kilobytes', { n: formatInteger(lang, Math.max(1, Math.round(bytes / KILO))) })
    : text(lang, 'open.megabytes', { n: formatInteger(lang, Math.round(bytes / KILO / KILO)) });
}
