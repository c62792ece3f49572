import type { Language } from '@oryn/language';
import type { Shortlist } from '../shortlist/use-shortlist.ts';
import type { Tab } from '../state/view-state.ts';
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
}
