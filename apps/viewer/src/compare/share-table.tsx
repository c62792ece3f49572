import type { Concentration } from '@oryn/core';
import { formatInteger, formatNumber, formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { halfOf, wordFor } from '../panel/denominator-words.ts';
import { capitalised } from '../ui/words.ts';
import type { CompareAnswer, ComparedSide } from '../worker/compare.ts';
import type { DrawAnswer } from '../worker/compare-draws.ts';
import type { BundleFacts } from '../worker/types.ts';

interface TableProps {
  lang: Language;
  facts: BundleFacts;
  names: [string, string];
  found: CompareAnswer;
  /** Undefined while it is drawn. */
  drawn: DrawAnswer | undefined;
}

/** Both sides over every denominator; only the row at an equal number may be read across. */
export function ShareTable(props: TableProps): ReactNode {
  const { lang, facts, names, found } = props;
  const { sides, toDraw } = found;
  const [first, ...others] = sides[0].concentration;
  const denominator = (over: Concentration): string =>
    text(lang, 'figures.denominatorName', { denominator: wordFor(over, facts) });
  return (
    <section>
      <table className="denominators compared">
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{text(lang, 'terms.share_of_places')}</span>
            </th>
            {names.map((name, i) => (
              <th key={i === 0 ? 'a' : 'b'} scope="col">
                <i aria-hidden="true">{i === 0 ? 'A' : 'B'}</i> <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            name={capitalised(text(lang, 'figures.incidentsHeading'))}
            cells={sides.map(({ incidents }) => formatInteger(lang, incidents))}
          />
          <Row
            className="main"
            name={text(lang, 'viewer.halfIn')}
            detail={denominator(first)}
            cells={sides.map(({ concentration: [over] }) => (
              <>
                {percentText(lang, halfOf(over).share)}
                <small>
                  {text(lang, 'comparison.counts', {
                    k: formatInteger(lang, halfOf(over).k),
                    n: formatInteger(lang, over.places),
                  })}
                </small>
              </>
            ))}
          />
          <Row
            name={text(lang, 'comparison.interval')}
            cells={sides.map((_, i) => intervalText(props, i as 0 | 1))}
          />
          <Row
            name={capitalised(text(lang, 'viewer.byChance'))}
            cells={sides.map(({ concentration: [over] }) => percentText(lang, halfOf(over).expectedShare))}
          />
          <Row
            className="main"
            name={capitalised(text(lang, 'viewer.atEqualNumber'))}
            detail={text(lang, 'comparison.volume', {
              n: formatNumber(lang, found.incidentsPerPlace, { significant: 2 }),
            })}
            cells={sides.map((_, i) => <EqualShare key={i === 0 ? 'a' : 'b'} {...props} side={i as 0 | 1} />)}
          />
          {others.map((over) => (
            <Row
              key={over.denominator}
              name={capitalised(denominator(over))}
              cells={sides.map((side) => shareOver(lang, side, over.denominator))}
            />
          ))}
        </tbody>
      </table>
      {toDraw && (
        <p className="second">
          {text(lang, 'comparison.tableNote', { draws: formatInteger(lang, toDraw.draws) })}
        </p>
      )}
    </section>
  );
}

function Row(props: {
  name: string;
  detail?: string;
  cells: readonly ReactNode[];
  className?: string;
}): ReactNode {
  const { name, detail, cells, className } = props;
  return (
    <tr className={className}>
      <th scope="row">
        {name}
        {detail && <small>{detail}</small>}
      </th>
      <td>{cells[0]}</td>
      <td>{cells[1]}</td>
    </tr>
  );
}

const WAITING = '…';

/** The tested value where there is a test, so that table and sentence say the same. */
function EqualShare({ lang, found, drawn, side }: TableProps & { side: 0 | 1 }): ReactNode {
  if (!drawn) return found.toDraw ? WAITING : text(lang, 'viewer.notKnown');
  const { difference } = drawn;
  const { equal } = drawn.sides[side];
  const tested = difference && (side === 0 ? difference.a : difference.b);
  return (
    <>
      {percentText(lang, tested ?? equal?.mean ?? Number.NaN)}
      {equal && equal.high > equal.low && (
        <small>
          {percentText(lang, equal.low)} – {percentText(lang, equal.high)}
        </small>
      )}
    </>
  );
}

function intervalText({ lang, found, drawn }: TableProps, side: 0 | 1): ReactNode {
  if (!drawn && found.toDraw) return WAITING;
  const interval = drawn?.sides[side].interval;
  if (!interval || Number.isNaN(interval.low)) return <small>{text(lang, 'comparison.noInterval')}</small>;
  return `${formatPercent(lang, interval.low)} – ${formatPercent(lang, interval.high)}`;
}

function shareOver(lang: Language, { concentration }: ComparedSide, denominator: string): string {
  const over = concentration.find((one) => one.denominator === denominator);
  return percentText(lang, over ? halfOf(over).share : Number.NaN);
}

function percentText(lang: Language, share: number): string {
  return Number.isNaN(share) ? text(lang, 'viewer.notKnown') : formatPercent(lang, share);
}
