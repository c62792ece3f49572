import type { Language } from '@oryn/language';
import type { PublicRequest } from '@oryn/study';
import { useState } from 'react';
import { type Pending, useOutcome } from '../state/use-outcome.ts';
import { root, worker } from '../worker/client.ts';
import type { DeclaredTable, PublicOffer, PublicPreview } from '../worker/public.ts';
import type { Failure } from '../worker/types.ts';

/** Narrower windows are phones, as in the style sheets. */
const PHONE_PIXELS = 860;

/** What a person has said; undefined is the default of the bundle. */
export interface PublicForm {
  /** None: all offences together. */
  categories: readonly string[];
  /** The chosen in one column; else each in its own. */
  offencesTogether: boolean;
  from: number | undefined;
  to: number | undefined;
  /** All years in one column. */
  yearsTogether: boolean;
  resolution: number | undefined;
  /** The table published before is withdrawn. */
  withdraw: boolean;
}

const NOTHING: PublicForm = {
  categories: [],
  offencesTogether: false,
  from: undefined,
  to: undefined,
  yearsTogether: false,
  resolution: undefined,
  withdraw: false,
};

export interface PublicTableWork {
  form: PublicForm;
  say: (change: Partial<PublicForm>) => void;
  offer: Pending<PublicOffer>;
  preview: Pending<PublicPreview>;
  /** The files of the declaration as the form has it; undefined until it is made. */
  declared: DeclaredTable | undefined;
  failure: Failure | undefined;
  declare: () => Promise<void>;
  takeSecret: (file: File) => Promise<void>;
}

/** A declaration on its way to a public table of a bundle. */
export function usePublicTable(id: string, lang: Language): PublicTableWork {
  const [form, setForm] = useState(NOTHING);
  const [declared, setDeclared] = useState<DeclaredTable>();
  const [failure, setFailure] = useState<Failure>();
  // Counts what changes the register of the worker: its answers are asked for anew.
  const [turn, setTurn] = useState(0);
  const offer = useOutcome(`${id} ${turn} ${lang}`, () => worker.publicOffer(root, id, lang));
  const request = offer.value && requestOf(form, offer.value);
  const preview = useOutcome(request && JSON.stringify([id, turn, request, lang]), () =>
    worker.publicPreview(root, id, request!, lang, window.innerWidth < PHONE_PIXELS ? 340 : 720),
  );
  return {
    form,
    offer,
    preview,
    declared,
    failure,
    say: (change) => {
      setForm({ ...form, ...change });
      setDeclared(undefined);
      setFailure(undefined);
    },
    declare: async () => {
      const made = await worker.declareTable(root, id, request!, form.withdraw);
      setDeclared(made.ok ? made.value : undefined);
      setFailure(made.ok ? undefined : made.error);
      setTurn(turn + 1);
    },
    takeSecret: async (file) => {
      const taken = await worker.takeSecret(id, file.name, await file.text());
      setDeclared(undefined);
      setFailure(taken.ok ? undefined : taken.error);
      setTurn(turn + 1);
    },
  };
}

/** The years of a form, which the bundle's first and last stand for where nothing is said. */
export function yearsOf({ from, to }: PublicForm, { years }: PublicOffer): [number, number] {
  return [from ?? years[0], to ?? years[years.length - 1]];
}

function requestOf(form: PublicForm, offer: PublicOffer): PublicRequest {
  const [from, to] = yearsOf(form, offer);
  const years = offer.years.filter((year) => year >= from && year <= to);
  return {
    categories: form.offencesTogether ? [form.categories] : form.categories,
    years: form.yearsTogether ? `${from}-${to}` : years.join(','),
    resolution: form.resolution,
  };
}
