import type {
  Alternative,
  Concentration,
  Correction,
  Inference,
  PermutationRecord,
  ProblemPlaceTest,
} from '@oryn/core';
import { type SourceFile, sha256OfFile } from '@oryn/ingest';
import type { Study } from '../definition/schema.ts';
import type { Account } from '../evaluate/account.ts';
import type { Choice } from '../evaluate/choice.ts';
import type { Findings } from '../evaluate/evaluate.ts';
import type { EvidenceSummary } from '../evaluate/evidence.ts';
import type { Exposure } from '../evaluate/exposure.ts';
import type { PlaceName } from '../naming/place-namer.ts';

export const FORMAT_VERSION = 1;

/** A file with its hash; base names for inputs, paths inside the bundle for outputs. */
export interface HashedFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** `manifest.json`: what lets anyone repeat a bundle. No path, host or clock of the machine. */
export interface Manifest {
  format: 'oryn-bundle';
  formatVersion: typeof FORMAT_VERSION;
  version: string;
  simulated: boolean;
  subject: Findings['subject'];
  study: Study;
  inputs: HashedFile[];
  files: HashedFile[];
  account: Account;
  choices: Choice[];
  seeds: { study: number };
  crs: string;
  extent: 'area' | 'occupied-neighbourhood';
  areaKm2: number | null;
  maskKind: 'streets' | 'mask' | null;
  years: number[];
  /** How p and the expectation of this bundle are to be read. */
  inference: {
    statistic: string;
    inference: Inference;
    permutation: 'total' | 'conditional' | null;
    alternative: Alternative;
    correction: Correction;
    tested: number;
    /** Seed and number of draws where p was drawn. */
    draws: PermutationRecord | null;
    expectedPerPlace: number;
  };
  /** How the problem places were found and tested. */
  problemPlaces: {
    test: ProblemPlaceTest;
    model: { mean: number; size: number | null };
    drift: number;
    listed: number;
    notConfirmed: number;
    rankBy: Study['rankBy'];
    exposure: Pick<Exposure, 'kind' | 'column'> | null;
    evidence: EvidenceSummary;
    /** In their order; streets of a mask, which a bundle does not hold, have named them too. Not in older bundles. */
    names?: PlaceName[];
  };
  concentration: Concentration[];
}

/** Inputs with their hashes; the files themselves never enter a manifest. */
export async function hashedInputs(files: readonly SourceFile[]): Promise<HashedFile[]> {
  const hashed: HashedFile[] = [];
  for (const file of files) {
    hashed.push({ path: file.name, bytes: file.size, sha256: await sha256OfFile(file) });
  }
  return hashed;
}

const baseName = (path: string): string => path.replace(/^.*[\\/]/, '');

/** The study with base names in place of paths. */
export function studyForManifest(study: Study): Study {
  return {
    ...study,
    files: study.files.map(baseName),
    ...(study.boundary && { boundary: baseName(study.boundary) }),
    ...(study.possible && { possible: baseName(study.possible) }),
    ...(study.categories && { categories: baseName(study.categories) }),
    ...(study.exposure && { exposure: baseName(study.exposure) }),
    ...(study.network && { network: baseName(study.network) }),
    ...(study.weights && { weights: baseName(study.weights) }),
    ...(study.context && { context: study.context.map(baseName) }),
  };
}
