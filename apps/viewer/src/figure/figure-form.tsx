import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { type OptionGroup, SelectField } from '../bar/select-field.tsx';
import {
  chartFigures,
  type FigureForm,
  hasExtent,
  mapFigures,
  type OfferedFigure,
  offeredFigure,
  type Parts,
  resolutions,
  widthsMm,
} from './figure-choice.ts';

/** Which figure, of which part, how wide and in which colours. */
export function FigureSettings(props: {
  lang: Language;
  name: OfferedFigure;
  form: FigureForm;
  parts: Parts;
  onName: (name: OfferedFigure) => void;
  onSay: (change: Partial<FigureForm>) => void;
}): ReactNode {
  const { lang, name, form, parts, onName, onSay } = props;
  const kind = (one: OfferedFigure) => ({ value: one, name: text(lang, `figurePage.kind.${one}`) });
  const offered = (['view', 'district'] as const).filter((part) => parts[part] !== undefined);
  return (
    <div className="figure-settings">
      <SelectField
        label={text(lang, 'figurePage.kind')}
        value={name}
        groups={[
          { name: text(lang, 'figurePage.maps'), options: mapFigures.map(kind) },
          { name: text(lang, 'figurePage.charts'), options: chartFigures.map(kind) },
        ]}
        onChange={(value) => onName(offeredFigure(value)!)}
      />
      {hasExtent(name) && (
        <SelectField
          label={text(lang, 'figurePage.part')}
          value={parts[form.part as 'view'] === undefined ? 'city' : form.part}
          groups={optionsOf([...offered, 'city'], (part) => text(lang, `figurePage.part.${part}`))}
          onChange={(part) => onSay({ part: part as FigureForm['part'] })}
        />
      )}
      <SelectField
        label={text(lang, 'figurePage.width')}
        value={String(form.widthMm)}
        groups={optionsOf(widthsMm, (mm) => text(lang, `figurePage.width.${mm as 85}`))}
        onChange={(mm) => onSay({ widthMm: Number(mm) })}
      />
      <SelectField
        label={text(lang, 'figurePage.colours')}
        value={form.isGrey ? 'grey' : 'colour'}
        groups={optionsOf(['colour', 'grey'] as const, (one) => text(lang, `figurePage.${one}`))}
        onChange={(one) => onSay({ isGrey: one === 'grey' })}
      />
      <SelectField
        label={text(lang, 'figurePage.resolution')}
        value={String(form.dpi)}
        groups={optionsOf(resolutions, (dpi) =>
          text(lang, 'figurePage.dpi', { n: formatInteger(lang, dpi) }),
        )}
        onChange={(dpi) => onSay({ dpi: Number(dpi) })}
      />
    </div>
  );
}

function optionsOf<Value extends string | number>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): OptionGroup[] {
  return [{ options: values.map((value) => ({ value: String(value), name: nameOf(value) })) }];
}
