/** What an error sentence may name: the value given, the row, a file name. Never a row's content. */
export type ErrorParameters = Readonly<Record<string, string | number>>;

/**
 * A user's mistake, with a stable code. The sentence in Kazakh, Russian and English is made from the code
 * by `@oryn/language`, so that the command line and the viewer say the same.
 */
export class OrynError extends Error {
  readonly code: string;
  readonly parameters: ErrorParameters;

  constructor(code: string, parameters: ErrorParameters = {}) {
    super(`${code} ${JSON.stringify(parameters)}`);
    this.name = 'OrynError';
    this.code = code;
    this.parameters = parameters;
  }
}
