import { type Language, type TextKey, text } from '@oryn/language';
import type { FeatureCollection } from 'geojson';
import { type ReactNode, useMemo } from 'react';
import type { BundleFacts } from '../worker/types.ts';
import { Swatch } from './swatch.tsx';

/** What stands for points and lines on the map, as it is drawn there. */
const marks = [
  {
    kind: 'police',
    name: 'siting.legend.police',
    mark: (
      <path d="M8 1 13.5 2.8v4.7c0 3.3-2.2 5.4-5.5 6.8C4.7 12.9 2.5 10.8 2.5 7.5V2.8ZM8 5.2a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.8Z" />
    ),
  },
  {
    kind: 'post',
    name: 'siting.legend.post',
    mark: <path d="M5 1h6a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2L8 15l-3-4a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2Z" />,
  },
  { kind: 'stays', name: 'siting.legend.stays', mark: <circle className="line" cx="8" cy="8" r="6" /> },
  {
    kind: 'circle',
    name: 'siting.legend.circle',
    mark: <circle className="line dashed" cx="8" cy="8" r="6.5" />,
  },
  { kind: 'reach', name: 'siting.legend.reach', mark: <path className="line" d="M1 12 7 8h8M7 8V1" /> },
  { kind: 'round', name: 'siting.legend.round', mark: <path className="line wide" d="M1 12 5 5l5 4 5-6" /> },
] as const satisfies readonly { kind: string; name: TextKey; mark: ReactNode }[];

/** Points of the police, suggested posts with what they reach, and the round: those that the map shows. */
export function PointMarks(props: {
  lang: Language;
  facts: BundleFacts;
  /** Suggested posts and the round, while their page is open. */
  siting: FeatureCollection | undefined;
}): ReactNode {
  const { lang, facts, siting } = props;
  const hasPolice = useMemo(
    () => facts.context.features.some(({ properties }) => properties?.isPost),
    [facts.context],
  );
  const kinds = useMemo(() => new Set(siting?.features.map(({ properties }) => properties?.kind)), [siting]);
  return marks
    .filter(({ kind }) => (kind === 'police' ? hasPolice : kinds.has(kind)))
    .map(({ kind, name, mark }) => (
      <Swatch
        key={kind}
        name={text(lang, name)}
        mark={
          <svg className="point-mark" viewBox="0 0 16 16" aria-hidden="true">
            {mark}
          </svg>
        }
      />
    ));
}
