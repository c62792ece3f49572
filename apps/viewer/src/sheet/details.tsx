import { HoursChart, WeekGrid } from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import type { PlaceSheet } from '@oryn/study';
import type { ReactNode } from 'react';
import { capitalised, categoryName, placeTypeName } from '../ui/words.ts';
import type { BundleFacts, SheetFact } from '../worker/types.ts';
import { Bars } from './bars.tsx';

const SHOWN_ROWS = 4;

interface DetailsProps {
  lang: Language;
  facts: BundleFacts;
  sheet: PlaceSheet;
  sentences: SheetFact['sentences'];
}

/** What happens in a problem place, when and where in it exactly. */
export function Details(props: DetailsProps): ReactNode {
  return (
    <>
      <What {...props} />
      {props.sheet.shift && <When {...props} />}
      <Where {...props} />
    </>
  );
}

function What({ lang, facts, sheet, sentences }: DetailsProps): ReactNode {
  const isNamed = sheet.categories.some(({ label }) => label !== '');
  const { apart, codes } = sentences[lang];
  if (!isNamed && apart === undefined) return null;
  return (
    <section>
      <h3>{text(lang, 'viewer.what')}</h3>
      {isNamed && (
        <Bars
          lang={lang}
          shown={SHOWN_ROWS}
          rows={sheet.categories.map(({ label, n }) => ({
            n,
            name: categoryName(lang, facts.categories.find((one) => one.label === label)!),
          }))}
        />
      )}
      {codes !== undefined && <p className="small">{codes}</p>}
      {apart !== undefined && <p className="small">{apart}</p>}
    </section>
  );
}

function When({ lang, sheet, sentences }: DetailsProps): ReactNode {
  return (
    <section>
      <h3>{text(lang, 'viewer.when')}</h3>
      <HoursChart lang={lang} hours={sheet.hours} shift={sheet.shift} />
      <WeekGrid lang={lang} week={sheet.week} />
      <p className="shift">
        {sentences[lang].shift}
        {sheet.hourUnknown > 0 && (
          <>
            {' '}
            <span className="quiet">
              {text(lang, 'viewer.hourUnknownHere', { n: formatInteger(lang, sheet.hourUnknown) })}
            </span>
          </>
        )}
      </p>
    </section>
  );
}

function Where({ lang, sheet, sentences }: DetailsProps): ReactNode {
  const { placeTypes, placeTypeUnknown } = sheet;
  return (
    <section>
      <h3>{text(lang, 'viewer.where')}</h3>
      {placeTypes.length > 0 && (
        <Bars
          lang={lang}
          shown={SHOWN_ROWS}
          rows={placeTypes.map(({ label, n }) => ({ n, name: placeTypeName(lang, label) }))}
        />
      )}
      {placeTypes.length > 0 && placeTypeUnknown > 0 && (
        <p className="small">
          {capitalised(text(lang, 'viewer.notKnown'))}: {formatInteger(lang, placeTypeUnknown)}
        </p>
      )}
      <p className={sheet.flags.includes('stacked') ? 'caution' : 'small'}>{sentences[lang].addresses}</p>
    </section>
  );
}
