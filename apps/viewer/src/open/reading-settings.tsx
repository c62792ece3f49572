import { type Language, text } from '@oryn/language';
import type { StudyInput } from '@oryn/study';
import { type ReactNode, useId, useRef } from 'react';
import type { Understood } from '../worker/understand.ts';
import type { Said } from './study-input.ts';
import { systemNames } from './systems.ts';

const ORDERS = ['dmy', 'mdy', 'ymd'] as const;
const ZONES = ['+05:00', '+06:00', 'utc', 'local'] as const;
/** Encodings of tables in our languages; any other is found by itself or announced by the file. */
const ENCODINGS = ['utf-8', 'windows-1251', 'kz-1048', 'ibm866', 'koi8-r', 'utf-16le', 'windows-1252'];
const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/** How the files are to be read, where what was found by itself is wrong. */
export function ReadingSettings(props: {
  lang: Language;
  understood: Understood;
  input: StudyInput;
  /** Whether the files could not be read: then it stands open, and stays so when they can. */
  isNeeded: boolean;
  onSay: (change: Said) => void;
}): ReactNode {
  const { lang, understood, input, isNeeded, onSay } = props;
  const wasNeeded = useRef(isNeeded);
  wasNeeded.current ||= isNeeded;
  const facts = understood.tables.map((table) => table.facts);
  const found = facts[0];
  const sheets = [...new Set(facts.flatMap(({ sheet, otherSheets = [] }) => [sheet ?? '', ...otherSheets]))];
  const delimiterName = (given: string): string => {
    const [name] = Object.entries(DELIMITERS).find(([, one]) => one === given) ?? [];
    return name ? text(lang, `open.delimiter.${name as keyof typeof DELIMITERS}`) : given;
  };
  const isText = facts.length === 0 || facts.some(({ format }) => format === 'csv');
  return (
    <details className="misread" open={wasNeeded.current}>
      <summary>{text(lang, 'open.misread')}</summary>
      <div className="settings">
        <Choice
          lang={lang}
          label={text(lang, 'open.crs')}
          value={input.crs}
          options={systemNames(lang)}
          onChoose={(crs) => onSay({ crs })}
        />
        <Choice
          lang={lang}
          label={text(lang, 'open.dateOrder')}
          value={input.dateOrder}
          options={new Map(ORDERS.map((order) => [order, text(lang, `open.dateOrder.${order}`)]))}
          onChoose={(dateOrder) => onSay({ dateOrder: ORDERS.find((order) => order === dateOrder) })}
        />
        <Choice
          lang={lang}
          label={text(lang, 'open.zone')}
          value={input.zone}
          options={new Map(ZONES.map((zone) => [zone, text(lang, `open.zone.${zone}`)]))}
          onChoose={(zone) => onSay({ zone })}
        />
        {(sheets.length > 1 || input.sheet !== undefined) && (
          <Choice
            lang={lang}
            label={text(lang, 'open.sheet')}
            value={input.sheet}
            found={found?.sheet}
            options={new Map(sheets.filter((sheet) => sheet !== '').map((sheet) => [sheet, sheet]))}
            onChoose={(sheet) => onSay({ sheet })}
          />
        )}
        {isText && (
          <>
            <Choice
              lang={lang}
              label={text(lang, 'open.encoding')}
              value={input.encoding}
              found={found?.encoding}
              options={new Map(ENCODINGS.map((label) => [label, label]))}
              onChoose={(encoding) => onSay({ encoding })}
            />
            <Choice
              lang={lang}
              label={text(lang, 'open.delimiter')}
              value={input.delimiter}
              found={found?.delimiter && delimiterName(found.delimiter)}
              options={new Map(Object.values(DELIMITERS).map((one) => [one, delimiterName(one)]))}
              onChoose={(delimiter) => onSay({ delimiter })}
            />
          </>
        )}
      </div>
    </details>
  );
}

/** One of a few, or as it was found; what the settings of a study say is offered though it is none of the few. */
function Choice(props: {
  lang: Language;
  label: string;
  value: string | undefined;
  found?: string | undefined;
  options: ReadonlyMap<string, string>;
  onChoose: (value: string | undefined) => void;
}): ReactNode {
  const { lang, label, value, found, options, onChoose } = props;
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">
          {found && value === undefined
            ? text(lang, 'open.asFoundValue', { value: found })
            : text(lang, 'open.asFound')}
        </option>
        {value !== undefined && !options.has(value) && <option value={value}>{value}</option>}
        {[...options].map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
