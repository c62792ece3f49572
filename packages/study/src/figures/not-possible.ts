import { OrynError } from '@oryn/core';
import type { FigureName } from './figure-names.ts';

/** What a figure lacks. */
export type FigureObstacle =
  | 'noTime'
  | 'oneYear'
  | 'oneMonth'
  | 'emptyPeriod'
  | 'outsideData'
  | 'tooFew'
  | 'onePoint'
  | 'wideBandwidth'
  | 'noSecondCategory'
  | 'noExposure'
  | 'noArea'
  | 'notCompared';

/** Why a figure is not drawn: an empty picture would be read as a finding. */
export function notPossible(figure: FigureName, reason: FigureObstacle): OrynError {
  return new OrynError('figure.not-possible', { figure, reason });
}
