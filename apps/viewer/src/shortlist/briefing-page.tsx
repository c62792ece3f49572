import { formatInteger, formatNumber, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { useOutcome } from '../state/use-outcome.ts';
import { Drawing } from '../ui/drawing.tsx';
import { saveFile } from '../ui/save-file.ts';
import { categoryName, failureText, yearsText } from '../ui/words.ts';
import type { BriefedPlace, BriefingFormat } from '../worker/briefing.ts';
import { root, worker } from '../worker/client.ts';
import type { AskedFigure } from '../worker/figure.ts';
import type { BundleFacts, Question } from '../worker/types.ts';
import { BriefingPlace } from './briefing-place.tsx';
import type { Shortlist } from './use-shortlist.ts';

interface BriefingProps {
  lang: Language;
  facts: BundleFacts;
  /** Name of the study. */
  city: string;
  question: Question;
  shortlist: Shortlist;
  onBack: () => void;
}

const TYPES: Record<BriefingFormat, string> = { csv: 'text/csv', geojson: 'application/geo+json' };

/** The figure of the report, as wide as the text of an A4 page, so that map and paper say the same. */
const MAP: AskedFigure = { name: 'hot-places', paper: { widthMm: 178 } };

/** What a shift is given in hand: the places of the shortlist by district, with room for what was found there. */
export function BriefingPage(props: BriefingProps): ReactNode {
  const { lang, facts, question, shortlist, onBack } = props;
  const { value, error } = useOutcome(JSON.stringify([facts.id, question, shortlist.ids]), () =>
    worker.briefing(root, facts.id, question, [...shortlist.ids]),
  );
  const map = useOutcome(JSON.stringify([facts.id, question, lang]), () =>
    worker.figure(root, facts.id, question, MAP, lang),
  );
  const save = async (format: BriefingFormat): Promise<void> => {
    const file = await worker.briefingFile(root, facts.id, value!, { ...shortlist.notes }, lang, format);
    if (file.ok) saveFile(`oryn-shortlist.${format}`, file.value, TYPES[format]);
  };
  return (
    <main className="briefing" id="page">
      <div className="briefing-tools">
        <button type="button" className="button" onClick={onBack}>
          {text(lang, 'shortlist.back')}
        </button>
        <span className="spring" />
        <label className="keep">
          <input
            type="checkbox"
            checked={shortlist.isKept}
            onChange={(event) => shortlist.keep(event.target.checked)}
          />
          <span title={text(lang, 'shortlist.keepMeans')}>{text(lang, 'shortlist.keep')}</span>
        </label>
        <button type="button" className="button" disabled={!value} onClick={() => save('csv')}>
          {text(lang, 'shortlist.csv')}
        </button>
        <button type="button" className="button" disabled={!value} onClick={() => save('geojson')}>
          {text(lang, 'shortlist.geojson')}
        </button>
        <button type="button" className="button primary" disabled={!value} onClick={() => window.print()}>
          {text(lang, 'shortlist.print')}
        </button>
      </div>
      {error && (
        <p className="caution" role="alert">
          {failureText(lang, error)}
        </p>
      )}
      {value?.length === 0 && <p className="caution">{text(lang, 'shortlist.none')}</p>}
      {value && value.length > 0 && <Sheets {...props} briefed={value} map={map.value?.svg} />}
    </main>
  );
}

/** A sheet of paper per district. */
function Sheets(
  props: BriefingProps & { briefed: readonly BriefedPlace[]; map: string | undefined },
): ReactNode {
  const { lang, facts, city, briefed, shortlist, map } = props;
  const named = briefed.some(({ district }) => district !== undefined);
  return byDistrict(briefed, lang).map(({ name, places }) => (
    <article key={name ?? ''} className="paper-sheet">
      <header>
        <h1>{text(lang, 'shortlist.briefingOf', { city })}</h1>
        <h2>
          {name !== undefined
            ? text(lang, 'shortlist.district', { name })
            : text(lang, named ? 'shortlist.noDistrict' : 'shortlist.title')}
        </h2>
        <p>{filterText(props)}</p>
        {facts.simulated && <p className="caution">{text(lang, 'statements.simulated')}</p>}
      </header>
      <ListTable lang={lang} briefed={places} isDated={facts.years.length > 0} />
      {map !== undefined && <Drawing svg={map} className="briefing-map" />}
      {places.map((one) => (
        <BriefingPlace
          key={one.place.id}
          lang={lang}
          facts={facts}
          briefed={one}
          note={shortlist.notes[one.place.id] ?? ''}
          onNote={(note) => shortlist.write(one.place.id, note)}
        />
      ))}
      <footer>
        <p>{text(lang, 'shortlist.isSuggestion')}</p>
        <p>{text(lang, 'shortlist.printedPage')}</p>
      </footer>
    </article>
  ));
}

function filterText({ lang, facts, question }: BriefingProps): string {
  const { category, hours } = question;
  const known = facts.categories.find(({ label }) => label === category);
  const [first, last] = (hours ?? [0, 24]).map((hour) => String(hour).padStart(2, '0'));
  return text(lang, 'shortlist.filters', {
    offences: known ? categoryName(lang, known) : text(lang, 'viewer.allOffences'),
    hours: hours
      ? text(lang, 'viewer.hoursBand', { from: first!, to: last! })
      : text(lang, 'viewer.dayAndNight'),
    period: yearsText(lang, question),
  });
}

function byDistrict(
  briefed: readonly BriefedPlace[],
  lang: Language,
): { name: string | undefined; places: BriefedPlace[] }[] {
  const groups = new Map<string | undefined, BriefedPlace[]>();
  for (const one of briefed) {
    const name = one.district?.[lang];
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].map(([name, places]) => ({ name, places }));
}

function ListTable(props: {
  lang: Language;
  briefed: readonly BriefedPlace[];
  /** Without dates nobody knows how many a year there are. */
  isDated: boolean;
}): ReactNode {
  const { lang, briefed, isDated } = props;
  return (
    <table className="briefing-table">
      <thead>
        <tr>
          <th scope="col">№</th>
          <th scope="col">{text(lang, 'shortlist.placeHead')}</th>
          <th scope="col">{text(lang, 'shortlist.count')}</th>
          <th scope="col">{text(lang, 'shortlist.expected')}</th>
          <th scope="col">{text(lang, 'shortlist.perYear')}</th>
          <th scope="col">{text(lang, 'shortlist.when')}</th>
        </tr>
      </thead>
      <tbody>
        {briefed.map(({ place, sheet }) => (
          <tr key={place.id}>
            <td>{place.rank}</td>
            <th scope="row">{place.name[lang]}</th>
            <td>{formatInteger(lang, place.n)}</td>
            <td>{formatNumber(lang, place.expected, { significant: 2 })}</td>
            <td>{isDated ? formatNumber(lang, place.perYear, { significant: 2 }) : '–'}</td>
            <td>
              {sheet.shift
                ? `${pad(sheet.shift.from)}–${pad((sheet.shift.from + sheet.shift.hours) % 24)}`
                : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const pad = (hour: number): string => String(hour).padStart(2, '0');
