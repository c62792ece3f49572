import { formatPeriod, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { PanelProps } from '../panel/panel-props.ts';
import type { ViewState } from '../state/view-state.ts';
import { categoryName } from '../ui/words.ts';
import { choiceText, nameOfBundle } from './choice.ts';

/** What can be compared, each a click away: the page teaches itself. */
export function FirstChoice(props: PanelProps): ReactNode {
  const { lang, onCompare } = props;
  return (
    <div className="compare-start">
      <h2>{text(lang, 'comparison.start')}</h2>
      <p>{text(lang, 'comparison.startHint')}</p>
      <ul>
        {offersOf(props).map(({ title, detail, change }) => (
          <li key={title}>
            <button type="button" onClick={() => onCompare(change)}>
              <b>{title}</b>
              <span>{detail}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Offer {
  title: string;
  detail: string;
  change: Partial<ViewState>;
}

/** The last two years, the two most frequent offences, the next city: only what the bundles at hand allow. */
function offersOf({ lang, facts, question, comparison }: PanelProps): Offer[] {
  const { years, categories } = facts;
  const offers: Offer[] = [];
  const yearName = (year: number): string => formatPeriod(lang, `${year}-01-01`, `${year}-12-31`);
  if (years.length > 1) {
    const [before, last] = years.slice(-2);
    offers.push({
      title: text(lang, 'comparison.offerYears'),
      detail: text(lang, 'comparison.pair', { a: yearName(last), b: yearName(before) }),
      change: { from: last, to: last, other: choiceText({ by: 'years', from: before, to: before }) },
    });
  }
  const known = categories.filter(({ layer, label }) => layer === 'place' && label !== '');
  const first = known.find(({ label }) => label === question.category) ?? known[0];
  const second = known.find((one) => one !== first);
  if (first && second) {
    offers.push({
      title: text(lang, 'comparison.offerOffences'),
      detail: text(lang, 'comparison.pair', { a: categoryName(lang, first), b: categoryName(lang, second) }),
      change: { category: first.label, other: choiceText({ by: 'offence', category: second.label }) },
    });
  }
  const city = otherCities({ facts, comparison })[0];
  if (city) {
    offers.push({
      title: text(lang, 'comparison.offerCities'),
      detail: text(lang, 'comparison.pair', {
        a: nameOfBundle(comparison.index, facts.id, lang),
        b: nameOfBundle(comparison.index, city.id, lang),
      }),
      change: { other: choiceText({ by: 'city', id: city.id }) },
    });
  }
  return offers;
}

/** Cities that may stand beside this one: invented beside invented, real beside real. */
export function otherCities({ facts, comparison }: Pick<PanelProps, 'facts' | 'comparison'>) {
  return comparison.index.filter(({ id, simulated }) => id !== facts.id && simulated === facts.simulated);
}
