import type { MappingFile } from '@oryn/ingest';
import { type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { saveFile } from '../ui/save-file.ts';
import type { Understood } from '../worker/understand.ts';
import { ColumnTable } from './column-table.tsx';
import { saidColumns } from './study-input.ts';
import type { Wizard } from './use-wizard.ts';

/** The columns of every table, what each holds, and the way to say otherwise and to keep what was said. */
export function UnderstoodColumns(props: {
  lang: Language;
  understood: Understood;
  wizard: Wizard;
}): ReactNode {
  const { lang, understood, wizard } = props;
  const { tables, offered } = understood;
  if (tables.length === 0) return null;
  const save = async (): Promise<void> => {
    const content = await wizard.mappingText(mappingOf(understood, wizard));
    saveFile('oryn-columns.json', content, 'application/json');
  };
  return (
    <section>
      <h2>{text(lang, 'open.columnsTitle')}</h2>
      <p className="second">{text(lang, 'open.columnsHint')}</p>
      {tables.map((table) => (
        <ColumnTable
          key={table.file}
          lang={lang}
          table={table}
          offered={offered}
          isNamed={tables.length > 1}
          onRole={(index, role) =>
            wizard.say({
              columns: saidColumns(wizard.input.columns ?? {}, table.columns, table.roles, index, role),
            })
          }
        />
      ))}
      <p className="keep-mapping">
        <button type="button" className="button" onClick={save}>
          {text(lang, 'open.mapping.save')}
        </button>
        <span className="second">{text(lang, 'open.mapping.hint')}</span>
      </p>
    </section>
  );
}

/** What was understood and said of the first table, so that the next one like it is read alike. */
function mappingOf({ tables: [table] }: Understood, { input }: Wizard): MappingFile {
  const found = table.roles.flatMap((role, i) => (role === undefined ? [] : [[role, table.columns[i]]]));
  const { crs, zone, dateOrder, encoding, delimiter, sheet } = input;
  const said = Object.entries({ crs, zone, dateOrder, encoding, delimiter, sheet });
  return {
    columns: { ...Object.fromEntries(found), ...input.columns },
    ...Object.fromEntries(said.filter(([, value]) => value !== undefined)),
  };
}
