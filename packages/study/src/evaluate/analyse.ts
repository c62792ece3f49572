import {
  type Concentration,
  concentrationOver,
  concentrationOverOccupied,
  type GetisOrdStatistic,
  type HotPlaces,
  hotPlaces,
  type Inference,
  type Places,
  type ProblemPlace,
  problemPlaces,
} from '@oryn/core';

/** Everything that follows from one count per place; the same for a whole study and for a filter of it. */
export interface Analysis {
  /** Of the tested places: those of the mask where there is one, else all. */
  hot: HotPlaces;
  /** Over the whole area, beside it, where there is a mask. */
  hotAll: HotPlaces | undefined;
  problemPlaces: ProblemPlace[];
  /** Incidents per tested place if spread evenly: the null behind `expected` of a problem place. */
  expectedPerPlace: number;
  concentration: Concentration[];
}

export interface AnalysisOptions {
  statistic: GetisOrdStatistic;
  inference: Inference;
  maxCells: number;
}

/**
 * Hot places, problem places and concentration of one count per place.
 *
 * @param inMask 1 for a place where an incident is possible; undefined when nothing says so
 */
export function analyse(
  places: Places,
  n: Uint32Array,
  inMask: Uint8Array | undefined,
  options: AnalysisOptions,
): Analysis {
  const { statistic, inference } = options;
  const hot = hotPlaces(n, places.neighbours, { statistic, inference, include: inMask });
  const hotAll = inMask ? hotPlaces(n, places.neighbours, { statistic, inference }) : undefined;
  const tested = inMask ? n.filter((_, place) => inMask[place] === 1) : n;
  const expectedPerPlace = tested.length > 0 ? tested.reduce((a, b) => a + b, 0) / tested.length : Number.NaN;
  const base = places.extent === 'area' ? 'area' : 'occupied-neighbourhood';
  const concentration: Concentration[] = [];
  if (inMask) concentration.push(concentrationOver(tested, 'mask'));
  concentration.push(concentrationOver(n, base));
  concentration.push(concentrationOverOccupied(n));
  return {
    hot,
    hotAll,
    problemPlaces: problemPlaces(places, n, hot, { maxCells: options.maxCells, expectedPerPlace }),
    expectedPerPlace,
    concentration,
  };
}
