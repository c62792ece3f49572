import { WeekGrid } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import type { PlaceSheet } from '@oryn/study';
import type { ReactNode } from 'react';
import { capitalised, categoryName, placeTypeName } from '../ui/words.ts';
import type { BundleFacts, SheetFact } from '../worker/types.ts';
import { Bars } from './bars.tsx';
import { HoursChart } from './hours-chart.tsx';

const SHOWN_PLACE_TYPES = 5;

interface DetailsProps {
  lang: Language;
  facts: BundleFacts;
  sheet: PlaceSheet;
  sentences: SheetFact['sentences'];
}

/** When, what and where exactly in a problem place, and what to know of its data. */
export function Details(props: DetailsProps): ReactNode {
  const { lang, sheet } = props;
  return (
    <>
      {props.sentences[lang].flags.map((sentence) => (
        <p key={sentence} className="caution">
          {sentence}
        </p>
      ))}
      {sheet.shift && <When {...props} />}
      <What {...props} />
      <Where {...props} />
    </>
  );
}

function When({ lang, sheet, sentences }: DetailsProps): ReactNode {
  return (
    <section>
      <h3>{text(lang, 'viewer.when')}</h3>
      <HoursChart lang={lang} hours={sheet.hours} />
      <p className="small busy-key">{text(lang, 'viewer.busyHours')}</p>
      <p className="small">{sentences[lang].shift}</p>
      <WeekGrid lang={lang} week={sheet.week} />
      {sheet.hourUnknown > 0 && (
        <p className="small">
          {text(lang, 'viewer.hourUnknownHere', { n: formatInteger(lang, sheet.hourUnknown) })}
        </p>
      )}
    </section>
  );
}

function What({ lang, facts, sheet, sentences }: DetailsProps): ReactNode {
  const isNamed = sheet.categories.some(({ label }) => label !== '');
  const { apart } = sentences[lang];
  if (!isNamed && apart === undefined) return null;
  return (
    <section>
      <h3>{text(lang, 'viewer.what')}</h3>
      {isNamed && (
        <Bars
          lang={lang}
          rows={sheet.categories.map(({ label, n }) => ({
            n,
            name: categoryName(lang, facts.categories.find((one) => one.label === label)!),
          }))}
        />
      )}
      {apart !== undefined && <p className="small">{apart}</p>}
    </section>
  );
}

function Where({ lang, sheet, sentences }: DetailsProps): ReactNode {
  const types = sheet.placeTypes.slice(0, SHOWN_PLACE_TYPES);
  const otherTypes = sheet.placeTypes.slice(SHOWN_PLACE_TYPES).reduce((sum, { n }) => sum + n, 0);
  return (
    <section>
      <h3>{text(lang, 'viewer.where')}</h3>
      {types.length > 0 && (
        <Bars lang={lang} rows={types.map(({ label, n }) => ({ n, name: placeTypeName(lang, label) }))} />
      )}
      {otherTypes > 0 && (
        <p className="small">{text(lang, 'viewer.otherRows', { n: formatInteger(lang, otherTypes) })}</p>
      )}
      {types.length > 0 && sheet.placeTypeUnknown > 0 && (
        <p className="small">
          {capitalised(text(lang, 'viewer.notKnown'))}: {formatInteger(lang, sheet.placeTypeUnknown)}
        </p>
      )}
      <p className={sheet.flags.includes('stacked') ? 'caution' : 'small'}>{sentences[lang].addresses}</p>
    </section>
  );
}
