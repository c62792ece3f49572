import { type Language, type TextKey, text } from '@oryn/language';
import type { ReactNode } from 'react';
import type { Pending } from '../state/use-outcome.ts';
import type { Failure } from '../worker/types.ts';
import { failureText } from './words.ts';

/** What the worker answers, once it has: before that what is being done, and what went wrong in its place. */
export function Awaited<T>(props: {
  lang: Language;
  pending: Pending<T>;
  /** What is said while nothing is there yet. */
  waiting: TextKey;
  children: (value: T) => ReactNode;
}): ReactNode {
  const { lang, pending, waiting, children } = props;
  if (pending.error) return <Failed lang={lang} failure={pending.error} />;
  if (pending.value === undefined) return <Waiting lang={lang} what={waiting} />;
  return children(pending.value);
}

/** Read out at once: what went wrong and what to do about it. */
export function Failed({ lang, failure }: { lang: Language; failure: Failure }): ReactNode {
  return (
    <p className="caution" role="alert">
      {failureText(lang, failure)}
    </p>
  );
}

export function Waiting({ lang, what }: { lang: Language; what: TextKey }): ReactNode {
  return (
    <p className="reckoning" role="status">
      {text(lang, what)}
    </p>
  );
}
