import type { Language } from '@oryn/language';
import type { FeatureCollection } from 'geojson';
import type { Comparison } from '../compare/use-comparison.ts';
import type { Shortlist } from '../shortlist/use-shortlist.ts';
import type { Tab, ViewState } from '../state/view-state.ts';
import type { Answer, BundleFacts, Question } from '../worker/types.ts';

/** What every page of the panel is given. */
export interface PanelProps {
  lang: Language;
  facts: BundleFacts;
  answer: Answer;
  question: Question;
  tab: Tab;
  chosen: string | undefined;
  pointed: string | undefined;
  onTab: (tab: Tab) => void;
  onChoose: (id: string | undefined) => void;
  onPoint: (id: string | undefined) => void;
  shortlist: Shortlist;
  onBriefing: () => void;
  /** To the table for the public. */
  onPublic: () => void;
  /** The month on the map as the address has it. */
  month: string | undefined;
  onMonth: (month: string | undefined) => void;
  /** What the question is compared with. */
  comparison: Comparison;
  onCompare: (change: Partial<ViewState>) => void;
  /** The choice of the page of posts as the address has it. */
  posts: string | undefined;
  onPosts: (posts: string | undefined) => void;
  /** What the map shows of it; undefined takes it away. */
  onSiting: (found: FeatureCollection | undefined) => void;
}
