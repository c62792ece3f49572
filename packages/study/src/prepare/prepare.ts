import { type Incidents, type StudyArea, selectIncidents } from '@oryn/core';
import { type FileReading, Sha256 } from '@oryn/ingest';
import { csvHeadOf, csvRowsOf } from '../bundle/column.ts';
import { type HashedFile, hashedInputs, studyForManifest } from '../bundle/manifest.ts';
import type { Study } from '../definition/schema.ts';
import { type Account, accountOf } from '../evaluate/account.ts';
import type { Choice } from '../evaluate/choice.ts';
import type { StudyData } from '../evaluate/read.ts';
import { ORYN_VERSION } from '../version.ts';
import { geoParquetOf } from './geoparquet.ts';
import { incidentColumns } from './incident-columns.ts';

/** The array of incident locations of a study, ready to be written. */
export interface Prepared {
  data: StudyData;
  /** 1 where an incident lies in the study area; only with a boundary. */
  inside: Uint8Array | undefined;
  account: Account;
}

/** What became of the rows, and which incidents lie in the area; none is left out for lying outside. */
export function prepare(data: StudyData): Prepared {
  const { incidents, area } = data;
  const inside = area && insideOf(incidents, area);
  return { data, inside, account: accountOf(data, inside ? selectIncidents(incidents, inside) : incidents) };
}

function insideOf({ lon, lat }: Incidents, area: StudyArea): Uint8Array {
  return Uint8Array.from(lon, (_, i) => (area.contains(lon[i], lat[i]) ? 1 : 0));
}

const ROWS_AT_ONCE = 50_000;

/** The array in one format, piece by piece. */
export function* preparedPieces(
  { data, inside }: Prepared,
  format: 'parquet' | 'csv',
): Generator<Uint8Array> {
  const { incidents, simulated } = data;
  const marks = { inside, simulated };
  if (format === 'parquet') return yield* geoParquetOf(incidents, marks);
  const encoder = new TextEncoder();
  yield encoder.encode(csvHeadOf(incidentColumns(incidents, marks, 0, 0)));
  for (let from = 0; from < incidents.count; from += ROWS_AT_ONCE) {
    const to = Math.min(incidents.count, from + ROWS_AT_ONCE);
    yield encoder.encode(csvRowsOf(incidentColumns(incidents, marks, from, to)));
  }
}

/** Counts and hashes pieces on their way to a file. */
export class PieceHash {
  private readonly hash = new Sha256();
  private bytes = 0;

  add(piece: Uint8Array): Uint8Array {
    this.hash.add(piece);
    this.bytes += piece.length;
    return piece;
  }

  of(path: string): HashedFile {
    return { path, bytes: this.bytes, sha256: this.hash.hex() };
  }
}

/** `<out>.manifest.json`: where an array of locations comes from and what was done to it. */
export interface PreparedManifest {
  format: 'oryn-incidents';
  formatVersion: 1;
  version: string;
  /** What the array is for, as its maker stated it; null where nothing was stated. */
  purpose: string | null;
  simulated: boolean;
  subject: StudyData['subject'];
  study: Study;
  inputs: HashedFile[];
  files: HashedFile[];
  /** Columns understood, those left out because they name persons or cases, and those not used. */
  readings: Pick<FileReading, 'file' | 'mapping' | 'guesses' | 'personal' | 'unused' | 'facts'>[];
  account: Account;
  choices: Choice[];
}

export async function preparedManifest(
  { data, account }: Prepared,
  files: HashedFile[],
): Promise<PreparedManifest> {
  const { study, simulated, subject, choices } = data;
  return {
    format: 'oryn-incidents',
    formatVersion: 1,
    version: ORYN_VERSION,
    purpose: study.purpose ?? null,
    simulated,
    subject,
    study: studyForManifest(study),
    inputs: await hashedInputs(data.inputs),
    files,
    readings: data.readings.map(({ file, mapping, guesses, personal, unused, facts }) => ({
      ...{ file, mapping, guesses, personal, unused, facts },
    })),
    account,
    choices,
  };
}
