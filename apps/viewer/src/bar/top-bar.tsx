import { formatNumber, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { hoursOf, questionOf } from '../state/use-bundles.ts';
import type { Steps } from '../state/use-steps.ts';
import { hasOwnForm, hourBands, NOTHING_CHOSEN, type ViewState } from '../state/view-state.ts';
import { Emblem } from '../ui/emblem.tsx';
import { categoryName, cityName } from '../ui/words.ts';
import type { BundleEntry, BundleFacts, CategoryFact } from '../worker/types.ts';
import { HistoryButtons } from './history-buttons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Field, type OptionGroup, SelectField } from './select-field.tsx';

/** Reads as a sentence: city, period, offences, hours, unit. */
export function TopBar(props: {
  steps: Steps;
  /** The page that is shown: without a study it is that of opening one. */
  page: ViewState['page'];
  index: readonly BundleEntry[];
  entry: BundleEntry | undefined;
  facts: BundleFacts | undefined;
  /** Undefined while there is nothing to be shown round. */
  onTour: (() => void) | undefined;
}): ReactNode {
  const { steps, page, index, entry, facts, onTour } = props;
  const { view: state, change: onChange } = steps;
  const { lang } = state;
  return (
    <header className="bar">
      <div className="brand">
        <Emblem size={24} />
        {/* Pages that fill the window have a heading of their own. */}
        {page === 'map' ? <h1>Oryn</h1> : <span>Oryn</span>}
      </div>
      <div className="fields">
        {entry && page !== 'open' && (
          <SelectField
            label={text(lang, 'viewer.city')}
            value={entry.id}
            groups={[{ options: index.map((one) => ({ value: one.id, name: cityName(lang, one) })) }]}
            onChange={(city) => onChange({ ...NOTHING_CHOSEN, city })}
          />
        )}
        {/* A table for the public is declared, never filtered. */}
        {facts && page !== 'open' && page !== 'public' && (
          <Filters state={state} facts={facts} onChange={onChange} />
        )}
      </div>
      {!hasOwnForm(page) && (
        <div className="signs">
          <HistoryButtons lang={lang} steps={steps} />
          <button
            type="button"
            className="sign"
            aria-label={text(lang, 'tour.name')}
            title={text(lang, 'tour.name')}
            aria-haspopup="dialog"
            disabled={!onTour}
            onClick={onTour}
          >
            ?
          </button>
        </div>
      )}
      {page !== 'open' && (
        <button type="button" className="button open-data" onClick={() => onChange({ page: 'open' })}>
          {text(lang, 'open.openData')}
        </button>
      )}
      <LanguageSwitch lang={lang} onChange={(next) => onChange({ lang: next })} />
    </header>
  );
}

function Filters(props: {
  state: ViewState;
  facts: BundleFacts;
  onChange: (change: Partial<ViewState>) => void;
}): ReactNode {
  const { state, facts, onChange } = props;
  const { lang, hours } = state;
  const question = questionOf(facts, state);
  const chosen = facts.categories.find(({ label }) => label === question.category);
  const isApart = chosen !== undefined && chosen.layer !== 'place';
  return (
    <>
      <PeriodField {...props} />
      <SelectField
        label={text(lang, 'viewer.offences')}
        value={question.category ?? ''}
        groups={offenceOptions(facts.categories, lang)}
        {...(isApart && { className: 'apart' })}
        onChange={(category) => onChange({ category: category === '' ? undefined : category })}
      />
      {facts.districts.length > 0 && (
        <SelectField
          label={text(lang, 'layers.district')}
          value={question.district ?? ''}
          groups={districtOptions(facts.districts, lang)}
          // A place of another district would stay chosen unseen.
          onChange={(district) =>
            onChange({ district: district === '' ? undefined : district, place: undefined })
          }
        />
      )}
      <SelectField
        label={text(lang, 'viewer.shift')}
        value={hours ?? ''}
        groups={[
          {
            options: [
              { value: '', name: text(lang, 'viewer.dayAndNight') },
              ...hourBands.map((band) => ({ value: band, name: hoursText(band) })),
            ],
          },
        ]}
        onChange={(band) => onChange({ hours: hourBands.find((known) => known === band) })}
      />
      <Field label={text(lang, 'viewer.unit')} className="unit">
        <span className="field-value">
          {text(lang, 'viewer.cellOf', { area: formatNumber(lang, facts.cellKm2, { significant: 2 }) })}
        </span>
      </Field>
    </>
  );

  function hoursText(band: (typeof hourBands)[number]): string {
    const [from, to] = hoursOf(band).map((hour) => String(hour).padStart(2, '0'));
    return text(lang, 'viewer.hoursBand', { from, to });
  }
}

function PeriodField(props: {
  state: ViewState;
  facts: BundleFacts;
  onChange: (change: Partial<ViewState>) => void;
}): ReactNode {
  const { state, facts, onChange } = props;
  const { lang } = state;
  const { years } = facts;
  const { from, to } = questionOf(facts, state);
  const label = text(lang, 'viewer.period');
  if (years.length < 2) {
    return (
      <Field label={label}>
        <span className="field-value">{years[0] ?? text(lang, 'viewer.notKnown')}</span>
      </Field>
    );
  }
  const yearSelect = (
    name: 'from' | 'to',
    value: number,
    isOffered: (year: number) => boolean,
  ): ReactNode => (
    <select
      aria-label={`${label}: ${text(lang, `viewer.${name}`)}`}
      value={value}
      onChange={(event) => {
        const year = Number(event.target.value);
        const isEdge = year === (name === 'from' ? years[0] : years[years.length - 1]);
        onChange({ [name]: isEdge ? undefined : year });
      }}
    >
      {years.filter(isOffered).map((year) => (
        <option key={year}>{year}</option>
      ))}
    </select>
  );
  return (
    <Field label={label}>
      <span className="years">
        {yearSelect('from', from, (year) => year <= to)}
        <span aria-hidden="true">–</span>
        {yearSelect('to', to, (year) => year >= from)}
      </span>
    </Field>
  );
}

/** Districts, then the parts of districts where the bundle has both. */
function districtOptions(districts: BundleFacts['districts'], lang: ViewState['lang']): OptionGroup[] {
  const of = (isPart: boolean): OptionGroup['options'] =>
    districts
      .filter((one) => one.isPart === isPart)
      .map(({ id, names }) => ({ value: id, name: names[lang] }));
  const whole = { value: '', name: text(lang, 'layers.wholeCity') };
  if (!districts.some(({ isPart }) => isPart)) return [{ options: [whole, ...of(false)] }];
  return [
    { options: [whole] },
    { name: text(lang, 'layers.districts'), options: of(false) },
    { name: text(lang, 'layers.partsOfDistricts'), options: of(true) },
  ];
}

/** All that take part in the place analysis; then each; then the layers that are kept apart. */
function offenceOptions(categories: readonly CategoryFact[], lang: ViewState['lang']) {
  const option = (category: CategoryFact) => ({ value: category.label, name: categoryName(lang, category) });
  const of = (layer: CategoryFact['layer']) => categories.filter((one) => one.layer === layer).map(option);
  const known = of('place');
  return [
    { options: [{ value: '', name: text(lang, 'viewer.allOffences') }] },
    { name: text(lang, 'viewer.groupKnownPlace'), options: known.length > 1 ? known : [] },
    { name: text(lang, 'viewer.groupPoliceDetected'), options: of('police-detected') },
    { name: text(lang, 'viewer.groupPlaceless'), options: of('placeless') },
  ];
}
