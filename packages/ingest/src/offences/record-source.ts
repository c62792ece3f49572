import { type RecordSource, recordSources } from '@oryn/datasets';

const SPELLINGS: Readonly<Record<RecordSource['id'], RegExp>> = {
  administrative: /коап|әқбтк|административ|әкімшілік|(?<!\p{L})administrative(?!\p{L})/iu,
  'call-102':
    /(?<!\d)102(?!\d)|(?<!\p{L})(?:вызов|звонок|обращение по телефону|қоңырау|шақырту|call(?:s| for service)?(?!\p{L}))/iu,
  registered:
    /(?<!\p{L})(?:ердр|единый реестр досудебн|сдтбт|сотқа дейінгі тергеп-тексерулердің бірыңғай|зарегистрирован|тіркелген|registered|recorded crime)/iu,
};

const ORDER = ['administrative', 'call-102', 'registered'] as const;

/**
 * The source of a record by its spelling in Kazakh, Russian or English; any other text stays as it is, '' for
 * none. A record of the book of information (`КУИ`) stays apart: it may be no offence yet.
 */
export function recordSourceOf(text: string): string {
  const trimmed = text.trim();
  if (recordSources.some(({ id }) => id === trimmed)) return trimmed;
  return ORDER.find((id) => SPELLINGS[id].test(trimmed)) ?? trimmed;
}
