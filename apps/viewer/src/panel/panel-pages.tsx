import type { ReactNode } from 'react';
import { ComparePage } from '../compare/compare-page.tsx';
import { PostsPage } from '../siting/posts-page.tsx';
import type { Tab } from '../state/view-state.ts';
import { TimePage } from '../time/time-page.tsx';
import { ConcentrationPage } from './concentration-page.tsx';
import { DataPage } from './data-page.tsx';
import type { PanelProps } from './panel-props.ts';
import { PlacesPage } from './places-page.tsx';

/** The page of each tab. */
export const panelPages: Record<Tab, (props: PanelProps) => ReactNode> = {
  places: PlacesPage,
  concentration: ConcentrationPage,
  time: TimePage,
  compare: ComparePage,
  posts: PostsPage,
  data: DataPage,
};
