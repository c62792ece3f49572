import type { Language } from '@oryn/language';
import {
  accountSentences,
  choiceFact,
  inspectIncidents,
  type Manifest,
  type OpenBundle,
  parseManifest,
  parseStudy,
  type ReadFile,
  reasonSentence,
  restrictedSentence,
  type Study,
  type StudyKey,
  studyKeys,
  verdictSentence,
  writeStudyFile,
  zipOfBundle,
} from '@oryn/study';
import { pageText } from '../ui/page-text.ts';
import { inLanguages } from './answer.ts';

/** A value that was chosen without being asked. */
interface ChoiceLine {
  name: string;
  value: string;
  reason: string;
}

export interface ParameterLine {
  key: StudyKey;
  value: string;
  /** As it is without being said, said by a person, or chosen by a rule, which stands among the choices. */
  origin: 'default' | 'given' | 'chosen';
}

/** What a study was made of and how; enough to make it again. */
export interface DataAnswer {
  version: string;
  seed: number;
  inputs: Manifest['inputs'];
  account: Record<Language, string[]>;
  quality: { verdict: Record<Language, string>; reasons: Record<Language, string[]> };
  choices: Record<Language, ChoiceLine[]>;
  parameters: ParameterLine[];
  /** The text of the study file. */
  study: string;
}

/** Keys that say which files are read and what the study is called: they have a place of their own on the page. */
const SAID_ELSEWHERE: readonly StudyKey[] = ['files', 'title', 'lang', 'columns'];

export function dataAnswer(bundle: OpenBundle): DataAnswer {
  const { manifest, incidents, area } = bundle;
  const { study, account, choices, subject, simulated } = manifest;
  const quality = inspectIncidents(
    { incidents, accounts: account.files, subject, simulated, choices },
    { area, resolution: study.resolution },
  );
  return {
    version: manifest.version,
    seed: manifest.seeds.study,
    inputs: manifest.inputs,
    account: inLanguages((lang) => {
      const byDistrict = restrictedSentence(lang, account.files);
      return [
        ...accountSentences(account, area !== undefined, lang),
        ...(byDistrict === undefined ? [] : [byDistrict]),
      ];
    }),
    quality: {
      verdict: inLanguages((lang) => verdictSentence(lang, quality)),
      reasons: inLanguages((lang) =>
        quality.verdict.reasons.map((reason) => reasonSentence(lang, reason, pageText)),
      ),
    },
    choices: inLanguages((lang) => choices.map((choice) => choiceFact(lang, choice, pageText))),
    parameters: parametersOf(manifest),
    study: writeStudyFile(askedStudy(manifest)),
  };
}

function parametersOf(manifest: Manifest): ParameterLine[] {
  const { study } = manifest;
  const asked = askedStudy(manifest);
  const defaults: Partial<Study> = parseStudy({ files: study.files }, 'defaults');
  return studyKeys
    .filter((key) => study[key] !== undefined && !SAID_ELSEWHERE.includes(key))
    .map((key) => ({
      key,
      value: [study[key]].flat().join(', '),
      origin: asked[key] !== study[key] ? 'chosen' : study[key] === defaults[key] ? 'default' : 'given',
    }));
}

/** The study as it was asked for: what a rule chose is chosen again when it is repeated. */
function askedStudy({ study, choices }: Manifest): Study {
  const chosen = (key: StudyKey): Manifest['choices'][number] | undefined =>
    choices.find(({ name }) => name === key);
  return {
    ...study,
    ...(chosen('maxCells') && { maxCells: undefined }),
    bandwidth: chosen('bandwidth')?.rule ?? study.bandwidth,
  };
}

/** A bundle that lies on a server as one file. */
export async function servedZip(read: ReadFile): Promise<Uint8Array> {
  const manifest = await read('manifest.json');
  const files = new Map([['manifest.json', manifest]]);
  for (const { path } of parseManifest(new TextDecoder().decode(manifest)).files) {
    files.set(path, await read(path));
  }
  return zipOfBundle(files);
}
