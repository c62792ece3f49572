import type { ColumnMapping, ColumnRole } from '@oryn/ingest';
import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { UnderstoodTable } from '../worker/understand.ts';

/** The first rows of a file as they stand in it, with what each column was taken for over them. */
export function ColumnTable(props: {
  lang: Language;
  table: UnderstoodTable;
  offered: readonly ColumnRole[];
  onMapping: (mapping: ColumnMapping) => void;
}): ReactNode {
  const { lang, table, offered, onMapping } = props;
  const { columns, roles, personal, rows } = table;
  const choose = (index: number, role: ColumnRole | undefined): void => {
    const next = roles.map((old, i) => (i === index ? role : old === role ? undefined : old));
    onMapping(Object.fromEntries(next.flatMap((one, i) => (one === undefined ? [] : [[one, columns[i]]]))));
  };
  return (
    <section
      className="column-scroll"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by the keyboard too
      tabIndex={0}
      aria-label={text(lang, 'open.columns', { file: table.file })}
    >
      <table className="columns">
        <thead>
          <tr>
            {columns.map((name, i) => (
              <th key={name} scope="col" data-used={roles[i] !== undefined}>
                <bdi>{name}</bdi>
                {personal.includes(name) ? (
                  <small>{text(lang, 'open.column.personal')}</small>
                ) : (
                  <select
                    aria-label={text(lang, 'open.columnRole', { column: name })}
                    value={roles[i] ?? ''}
                    onChange={(event) =>
                      choose(
                        i,
                        offered.find((role) => role === event.target.value),
                      )
                    }
                  >
                    <option value="">{text(lang, 'open.column.unused')}</option>
                    {offered.map((role) => (
                      <option key={role} value={role}>
                        {text(lang, `quality.role.${role}`)}
                      </option>
                    ))}
                  </select>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file never move
            <tr key={r}>
              {columns.map((name, i) => (
                <td key={name} data-used={roles[i] !== undefined}>
                  <bdi>{personal.includes(name) ? '…' : row[i]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
