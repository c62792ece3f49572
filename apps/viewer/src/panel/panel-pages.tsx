import type { ReactNode } from 'react';
import type { Tab } from '../state/view-state.ts';
import { ConcentrationPage } from './concentration-page.tsx';
import type { PanelProps } from './panel-props.ts';
import { PlacesPage } from './places-page.tsx';

/** The page of each tab. */
export const panelPages: Record<Tab, (props: PanelProps) => ReactNode> = {
  places: PlacesPage,
  concentration: ConcentrationPage,
};
