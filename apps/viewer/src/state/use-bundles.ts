import { embeddedBundles, isSingleFile } from '../embedded/embedded-bundles.ts';
import { root, worker } from '../worker/client.ts';
import type { Answer, BundleEntry, BundleFacts, Outcome, Question } from '../worker/types.ts';
import { type Pending, useOutcome } from './use-outcome.ts';
import type { HourBand, ViewState } from './view-state.ts';

async function fetchIndex(): Promise<Outcome<BundleEntry[]>> {
  if (isSingleFile) {
    const embedded = embeddedBundles();
    await Promise.all(embedded.map(({ entry, zip }) => worker.hold(entry.id, zip)));
    return { ok: true, value: embedded.map(({ entry }) => entry) };
  }
  const path = new URL('bundles/index.json', root);
  try {
    const response = await fetch(path);
    if (response.ok) return { ok: true, value: (await response.json()) as BundleEntry[] };
    // A folder of static files need not hold a study: people open their own.
    if (response.status === 404) return { ok: true, value: [] };
  } catch {
    // A server that is gone and one that refuses look the same to a person.
  }
  return { ok: false, error: { code: 'viewer.server-gone', parameters: { path: root } } };
}

export interface Bundles {
  index: Pending<BundleEntry[]>;
  /** The chosen bundle, or the first one. */
  entry: BundleEntry | undefined;
  facts: Pending<BundleFacts>;
  answer: Pending<Answer>;
}

/**
 * What is served, the bundle that is open, and the answer to the present question.
 *
 * @param own bundles opened on this page, which stand before those served
 * @param attempt counts retries after a failure
 */
export function useBundles(state: ViewState, own: readonly BundleEntry[], attempt: number): Bundles {
  const served = useOutcome(`index ${attempt}`, fetchIndex);
  const index = { ...served, value: served.value && [...own, ...served.value] };
  const entry = index.value?.find(({ id }) => id === state.city) ?? index.value?.[0];
  const facts = useOutcome(entry && `${entry.id} ${attempt}`, () => worker.open(root, entry!.id));
  const open = facts.value?.id === entry?.id ? facts.value : undefined;
  const question = open && questionOf(open, state);
  const answer = useOutcome(open && JSON.stringify([open.id, question]), () =>
    worker.answer(root, open!.id, question!),
  );
  return { index, entry, facts, answer };
}

/** The choices of a person against what the bundle has. */
export function questionOf(facts: BundleFacts, state: ViewState): Question {
  const { years, categories, districts } = facts;
  const first = years[0] ?? 0;
  const last = years[years.length - 1] ?? 0;
  const within = (year: number | undefined, other: number): number =>
    year !== undefined && years.includes(year) ? year : other;
  const from = within(state.from, first);
  const to = Math.max(from, within(state.to, last));
  const isKnown = categories.some(({ label }) => label === state.category);
  return {
    from,
    to,
    category: isKnown ? state.category : undefined,
    hours: state.hours && hoursOf(state.hours),
    district: districts.find(({ id }) => id === state.district)?.id,
  };
}

export function hoursOf(band: HourBand): [number, number] {
  const [from, to] = band.split('-').map(Number);
  return [from, to];
}
