import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { SelectField } from '../bar/select-field.tsx';
import { placeName } from '../ui/words.ts';
import type { PatrolAnswer } from '../worker/patrol.ts';
import type { Answer } from '../worker/types.ts';
import { type SitingChoice, SPEEDS, travels, VISITS } from './siting-choice.ts';
import { wayText } from './way-text.ts';

interface PatrolProps {
  lang: Language;
  answer: Answer;
  /** Undefined for fewer than two places, and while it is reckoned. */
  round: PatrolAnswer | undefined;
  choice: SitingChoice;
  onChange: (change: Partial<SitingChoice>) => void;
}

/** The shortest round through the shortlist: its length, its time with short visits, its order. */
export function PatrolSection(props: PatrolProps): ReactNode {
  const { lang, answer, round } = props;
  const places = round?.ids.flatMap((id) => answer.places.filter((place) => place.id === id));
  return (
    <section className="siting-round">
      <h2>{text(lang, 'siting.round')}</h2>
      {round && places ? (
        <>
          <RoundForm {...props} />
          <RoundLength {...props} round={round} />
          <ol aria-label={text(lang, 'siting.order')}>
            {places.map((place) => (
              <li key={place.id}>
                <span className="rank">{place.rank}</span>
                <span>{placeName(lang, place)}</span>
              </li>
            ))}
          </ol>
          <p className="second">{text(lang, 'siting.roundAdvice')}</p>
        </>
      ) : (
        <p className="second">{text(lang, 'siting.roundEmpty')}</p>
      )}
    </section>
  );
}

function RoundForm({ lang, choice, onChange }: PatrolProps): ReactNode {
  return (
    <div className="siting-form">
      <SelectField
        label={text(lang, 'siting.travel')}
        value={choice.travel}
        groups={[
          {
            options: travels.map((value) => ({
              value,
              name: text(lang, `siting.travel.${value}`, { speed: formatInteger(lang, SPEEDS[value]) }),
            })),
          },
        ]}
        onChange={(value) => onChange({ travel: travels.find((one) => one === value)! })}
      />
      <SelectField
        label={text(lang, 'siting.visit')}
        value={String(choice.visit)}
        groups={[
          {
            options: VISITS.map((minutes) => ({
              value: String(minutes),
              name: text(lang, 'siting.minutes', { n: formatInteger(lang, minutes) }),
            })),
          },
        ]}
        onChange={(value) => onChange({ visit: Number(value) })}
      />
    </div>
  );
}

function RoundLength({ lang, round, choice }: PatrolProps & { round: PatrolAnswer }): ReactNode {
  const { ids, meters, isProvenShortest, exactPlaces } = round;
  const minutes = Math.round((meters / 1000 / SPEEDS[choice.travel]) * 60 + ids.length * choice.visit);
  const time =
    minutes < 60
      ? text(lang, 'siting.minutes', { n: formatInteger(lang, minutes) })
      : text(lang, 'siting.hours', {
          hours: formatInteger(lang, Math.floor(minutes / 60)),
          minutes: formatInteger(lang, minutes % 60),
        });
  return (
    <div className="headline">
      <span className="figure">{wayText(lang, meters)}</span>
      <div>
        <p className="lead">
          {text(lang, 'siting.roundLead', { n: formatInteger(lang, ids.length), count: ids.length, time })}
        </p>
        <p className="second">
          {isProvenShortest
            ? text(lang, 'siting.shortest')
            : text(lang, 'siting.notShortest', { most: formatInteger(lang, exactPlaces) })}
        </p>
      </div>
    </div>
  );
}
