import {
  type BandCandidate,
  chooseBand,
  chooseUnit,
  globalStatistic,
  hexagonNeighbours,
  MOST_OPTIMISED_PLACES,
  OrynError,
  restrictNeighbours,
  type UnitCandidate,
} from '@oryn/core';
import type { Choice } from './choice.ts';
import { analysedCategories, type Progress } from './evaluate.ts';
import { placesOfStudy } from './places-of-study.ts';
import type { StudyData } from './read.ts';
import { planeOf } from './smoothing.ts';
import { splitByYears, type YearSpan, yearSpanText } from './split-years.ts';

/** Unit and neighbours chosen by rule, and the study that is to be tested with them. */
export interface OptimisedStudy {
  /** With the resolution and rings chosen; without the incidents they were chosen on, where those are others. */
  data: StudyData;
  /** True where they were chosen on the incidents that are tested: no p made with them is valid. */
  isExploratory: boolean;
  /** Years they were chosen on, where these are others, and the incidents in them. */
  chosenOn: { years: string; incidents: number } | undefined;
  /** Finest first. */
  units: UnitCandidate[];
  bands: BandCandidate[];
  choices: Choice[];
}

const RESOLUTIONS = [7, 8, 9, 10, 11];

/**
 * Choose the resolution of cells and the rings of neighbours of a study by rule (`chooseUnit`, `chooseBand` of core) over
 * the tested places. The same input gives the same choice; nothing is drawn.
 *
 * @param years choose on the incidents of these years and leave them out of what is tested; without it the choice is made
 *   on the incidents that are tested, and all that follows is exploratory
 * @param onProgress may throw to stop
 * @throws OrynError optimised.no-years, optimised.no-rest, and those of `placesOfStudy`
 */
export function optimiseStudy(
  data: StudyData,
  years: YearSpan | undefined,
  onProgress: Progress = () => {},
): OptimisedStudy {
  const split = years && splitByYears(data, years);
  const choosing = split?.choosing ?? data;
  const fields = fieldsOf(choosing, onProgress);
  const units = chooseUnit(
    fields.map(({ resolution, members, counts, z }) => ({
      resolution,
      places: members ? members.length : Number.POSITIVE_INFINITY,
      incidents: counts.reduce((sum, n) => sum + n, 0),
      z,
    })),
  );
  const unit = units.find(({ verdict }) => verdict === 'chosen')!;
  const { ids, members, counts } = fields.find(({ resolution }) => resolution === unit.resolution)!;
  const band = chooseBand(counts, (rings) => {
    onProgress('placing', RESOLUTIONS.length + rings, RESOLUTIONS.length + 3);
    return restrictNeighbours(hexagonNeighbours(ids, rings), members ?? new Uint32Array(0));
  });
  const neighbours = `ring:${band.rings}`;
  const chosenOn = years && { years: yearSpanText(years), incidents: choosing.incidents.count };
  const tested = split?.testing ?? data;
  return {
    data: { ...tested, study: { ...tested.study, resolution: unit.resolution, neighbours } },
    isExploratory: !split,
    chosenOn,
    units,
    bands: band.candidates,
    choices: [
      {
        name: 'resolution',
        value: unit.resolution,
        unit: 'H3',
        rule: 'the finest of 7 to 11 with 30 to 50,000 tested places, an incident in a cell and its ring, z of Moran > -1.96',
        reason: unit.fits ? 'optimisedUnit' : 'optimisedUnitNone',
      },
      {
        name: 'neighbours',
        value: neighbours,
        unit: '',
        rule: 'global Moran of 1 to 3 rings',
        reason: `optimisedBand.${band.reason}`,
      },
      {
        name: 'optimised',
        value: chosenOn?.years ?? 'exploratory',
        unit: '',
        rule: chosenOn ? `--choose-on, n = ${chosenOn.incidents}` : 'the incidents that are tested',
        reason: chosenOn ? 'optimisedOther' : 'optimisedSame',
      },
    ],
  };
}

/** The choices of a study that was evaluated with what was chosen for it, in place of what it would say itself. */
export function optimisedChoices(choices: readonly Choice[], optimised: OptimisedStudy): Choice[] {
  const own = new Set(optimised.choices.map(({ name }) => name));
  return [...choices.filter(({ name }) => !own.has(name)), ...optimised.choices];
}

/** The tested cells of a resolution with their incidents. */
interface Field {
  resolution: number;
  ids: readonly string[];
  /** Positions of the tested among the ids; undefined where a coarser resolution has too many already. */
  members: Uint32Array | undefined;
  counts: Uint32Array;
  /** Of global Moran over the first ring; NaN where it was not counted. */
  z: number;
}

function fieldsOf(data: StudyData, onProgress: Progress): Field[] {
  const plane = planeOf(data, data.incidents);
  const { category } = data.incidents;
  const analysed = analysedCategories(data.incidents, data.study.category);
  let isTooFine = false;
  return RESOLUTIONS.map((resolution, done) => {
    const inStage = (): void => onProgress('placing', done, RESOLUTIONS.length + 3);
    inStage();
    const field: Field = {
      resolution,
      ids: [],
      members: undefined,
      counts: new Uint32Array(0),
      z: Number.NaN,
    };
    if (isTooFine) return field;
    const study = { ...data.study, resolution, unit: undefined, neighbours: undefined };
    try {
      const { places, placeOf, inMask } = placesOfStudy({ ...data, study }, plane, inStage);
      const members = Uint32Array.from(places.ids.keys()).filter((place) => !inMask || inMask[place] === 1);
      const n = new Uint32Array(places.count);
      placeOf.forEach((place, i) => {
        if (place >= 0 && analysed[category.codes[i]] === 1) n[place]++;
      });
      isTooFine = members.length > MOST_OPTIMISED_PLACES;
      const counts = Uint32Array.from(members, (place) => n[place]);
      const among = restrictNeighbours(places.neighbours, members);
      const z = isTooFine ? Number.NaN : globalStatistic(counts, among, 'moran').z;
      return { resolution, ids: places.ids, members, counts, z };
    } catch (error) {
      if (!(error instanceof OrynError && error.code === 'memory.cells')) throw error;
      isTooFine = true;
      return field;
    }
  });
}
