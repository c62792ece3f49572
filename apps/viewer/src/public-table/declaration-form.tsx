import { formatNumber, type Language, text } from '@oryn/language';
import { type ReactNode, useId } from 'react';
import { categoryName } from '../ui/words.ts';
import type { PublicOffer } from '../worker/public.ts';
import { type PublicForm, yearsOf } from './use-public-table.ts';

/** Offences, years and cells of the table: everything that shapes it. */
export function DeclarationForm(props: {
  lang: Language;
  offer: PublicOffer;
  form: PublicForm;
  onSay: (change: Partial<PublicForm>) => void;
}): ReactNode {
  const { lang, offer, form, onSay } = props;
  const id = useId();
  const [from, to] = yearsOf(form, offer);
  const yearSelect = (
    name: 'from' | 'to',
    value: number,
    isOffered: (year: number) => boolean,
  ): ReactNode => (
    <select
      aria-label={`${text(lang, 'publicTable.years')}: ${text(lang, `viewer.${name}`)}`}
      value={value}
      onChange={(event) => onSay({ [name]: Number(event.target.value) })}
    >
      {offer.years.filter(isOffered).map((year) => (
        <option key={year}>{year}</option>
      ))}
    </select>
  );
  const tick = (category: string, isOn: boolean): void => {
    const categories = isOn
      ? [...form.categories, category]
      : form.categories.filter((one) => one !== category);
    onSay({ categories, ...(categories.length < 2 && { offencesTogether: false }) });
  };
  return (
    <div className="settings public-settings">
      <span>{text(lang, 'publicTable.offences')}</span>
      <fieldset aria-label={text(lang, 'publicTable.offences')}>
        <label>
          <input
            type="checkbox"
            checked={form.categories.length === 0}
            onChange={() => onSay({ categories: [], offencesTogether: false })}
          />
          {text(lang, 'publicTable.allTogether')}
        </label>
        {offer.categories.length > 1 &&
          offer.categories.map((category) => (
            <label key={category}>
              <input
                type="checkbox"
                checked={form.categories.includes(category)}
                onChange={(event) => tick(category, event.target.checked)}
              />
              <bdi>{categoryName(lang, { label: category, group: category, layer: 'place' })}</bdi>
            </label>
          ))}
        {form.categories.length > 1 && (
          <label className="together">
            <input
              type="checkbox"
              checked={form.offencesTogether}
              onChange={(event) => onSay({ offencesTogether: event.target.checked })}
            />
            {text(lang, 'publicTable.offencesTogether')}
          </label>
        )}
      </fieldset>
      <span>{text(lang, 'publicTable.years')}</span>
      <fieldset aria-label={text(lang, 'publicTable.years')}>
        <span className="span">
          {yearSelect('from', from, (year) => year <= to)}
          <span aria-hidden="true">–</span>
          {yearSelect('to', to, (year) => year >= from)}
        </span>
        <label>
          <input
            type="checkbox"
            checked={form.yearsTogether}
            onChange={(event) => onSay({ yearsTogether: event.target.checked })}
          />
          {text(lang, 'publicTable.yearsTogether')}
        </label>
      </fieldset>
      <label htmlFor={`${id}-cells`}>{text(lang, 'publicTable.cells')}</label>
      <select
        id={`${id}-cells`}
        value={form.resolution ?? defaultOf(offer)}
        onChange={(event) => onSay({ resolution: Number(event.target.value) })}
      >
        {offer.cells.map(({ resolution, areaKm2 }) => (
          <option key={resolution} value={resolution}>
            {text(lang, 'publicTable.cellSize', {
              area: formatNumber(lang, areaKm2, { significant: 2 }),
              resolution,
            })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the table takes where nothing is said. */
const defaultOf = ({ cells }: PublicOffer): number =>
  cells.find(({ resolution }) => resolution === 8)?.resolution ?? cells[0].resolution;
