import type { ColumnRole } from '@oryn/ingest';
import { formatInteger, type Language, text } from '@oryn/language';
import { type ReactNode, useState } from 'react';
import type { UnderstoodTable } from '../worker/understand.ts';

/** Of a wide table the first columns are shown, and every one that is used; the rest on demand. */
const FIRST_COLUMNS = 24;

/** The first rows of a file as they stand in it, with what each column was taken for over them. */
export function ColumnTable(props: {
  lang: Language;
  table: UnderstoodTable;
  offered: readonly ColumnRole[];
  /** Whether the name of the file is written over the table. */
  isNamed: boolean;
  onRole: (index: number, role: ColumnRole | undefined) => void;
}): ReactNode {
  const { lang, table, offered, isNamed, onRole } = props;
  const { columns, roles, personal, rows } = table;
  const [isWhole, setWhole] = useState(false);
  const shown = columns
    .map((name, i) => ({ name, i }))
    .filter(({ i }) => isWhole || i < FIRST_COLUMNS || roles[i] !== undefined);
  return (
    <>
      {isNamed && (
        <h3>
          <bdi>{table.file}</bdi>
        </h3>
      )}
      <section
        className="column-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard too
        tabIndex={0}
        aria-label={text(lang, 'open.columns', { file: table.file })}
      >
        <table className="columns">
          <thead>
            <tr>
              {shown.map(({ name, i }) => (
                <th key={name} scope="col" data-used={roles[i] !== undefined}>
                  <bdi title={name}>{name}</bdi>
                  {personal.includes(name) ? (
                    <small>{text(lang, 'open.column.personal')}</small>
                  ) : (
                    <RoleSelect
                      lang={lang}
                      column={name}
                      role={roles[i]}
                      offered={offered}
                      onRole={(role) => onRole(i, role)}
                    />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never move
              <tr key={r}>
                {shown.map(({ name, i }) => (
                  <td key={name} data-used={roles[i] !== undefined}>
                    <bdi>{row[i]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < columns.length && (
        <p className="more-columns">
          <span className="second">{text(lang, 'open.columns.hidden')}</span>
          <button type="button" className="button" onClick={() => setWhole(true)}>
            {text(lang, 'open.columns.more', { n: formatInteger(lang, columns.length) })}
          </button>
        </p>
      )}
    </>
  );
}

function RoleSelect(props: {
  lang: Language;
  column: string;
  role: ColumnRole | undefined;
  offered: readonly ColumnRole[];
  onRole: (role: ColumnRole | undefined) => void;
}): ReactNode {
  const { lang, column, role, offered, onRole } = props;
  return (
    <select
      aria-label={text(lang, 'open.columnRole', { column })}
      value={role ?? ''}
      onChange={(event) => onRole(offered.find((one) => one === event.target.value))}
    >
      <option value="">{text(lang, 'open.column.unused')}</option>
      {offered.map((one) => (
        <option key={one} value={one}>
          {text(lang, `quality.role.${one}`)}
        </option>
      ))}
    </select>
  );
}
