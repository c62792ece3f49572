import type { FigureExample } from '../example.ts';
import { examples as change } from './change.tsx';
import { examples as cityPanels } from './city-panels.tsx';
import { examples as concentrationSet } from './concentration-set.tsx';
import { examples as world } from './concentration-world.tsx';
import { examples as years } from './concentration-years.tsx';
import { examples as counts } from './counts.tsx';
import { examples as density } from './density.tsx';
import { examples as dualDensity } from './dual-density.tsx';
import { examples as furniture } from './furniture.tsx';
import { examples as hotPlaces } from './hot-places.tsx';
import { examples as kFunction } from './k-function.tsx';
import { examples as lorenz } from './lorenz.tsx';
import { examples as months } from './months.tsx';
import { examples as nationalContext } from './national-context.tsx';
import { examples as offencesMaps } from './offences-maps.tsx';
import { examples as panels } from './panels.tsx';
import { examples as rankFlow } from './rank-flow.tsx';
import { examples as scale } from './scale.tsx';
import { examples as week } from './week.tsx';
import { examples as yearsMaps } from './years-maps.tsx';

/** Every kind of figure, as maps then charts. */
export const examples: readonly FigureExample[] = [
  ...hotPlaces,
  ...counts,
  ...concentrationSet,
  ...density,
  ...dualDensity,
  ...change,
  ...yearsMaps,
  ...offencesMaps,
  ...panels,
  ...furniture,
  ...lorenz,
  ...years,
  ...world,
  ...nationalContext,
  ...scale,
  ...months,
  ...week,
  ...rankFlow,
  ...kFunction,
  ...cityPanels,
];
