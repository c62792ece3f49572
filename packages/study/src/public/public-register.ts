import { OrynError } from '@oryn/core';
import * as v from 'valibot';
import type { PublicDeclaration } from './declaration.ts';

const SECRET = /^[0-9a-f]{32}$/;

const tableSchema = v.strictObject({
  groups: v.array(v.strictObject({ name: v.string(), categories: v.array(v.string()) })),
  periods: v.array(v.strictObject({ name: v.string(), from: v.number(), to: v.number() })),
  resolution: v.number(),
  sha256: v.string(),
  withdrawn: v.boolean(),
});

const registerSchema = v.strictObject({
  format: v.literal('oryn-public-secret'),
  formatVersion: v.literal(1),
  keep: v.string(),
  secret: v.pipe(v.string(), v.regex(SECRET)),
  tables: v.array(tableSchema),
});

/** What the owner keeps and nobody else sees: the secret behind the draws, and the tables made with it. */
export type PublicRegister = v.InferOutput<typeof registerSchema>;

/** @param secret 32 hexadecimal digits from a source that nobody can guess */
export function newRegister(secret: string): PublicRegister {
  return {
    format: 'oryn-public-secret',
    formatVersion: 1,
    keep: 'Keep this file beside the bundle and give it to nobody: with it the rounding can be undone.',
    secret,
    tables: [],
  };
}

/** @throws OrynError public.register-damaged */
export function parseRegister(file: string, text: string): PublicRegister {
  try {
    return v.parse(registerSchema, JSON.parse(text));
  } catch {
    throw new OrynError('public.register-damaged', { file });
  }
}

export function registerText(register: PublicRegister): string {
  return `${JSON.stringify(register, null, 1)}\n`;
}

/**
 * Enter a table into the register. The same table may be made again at any time; another one only when the one before is
 * withdrawn.
 *
 * @param sha256 of the table as it is published
 * @throws OrynError public.second-table
 */
export function registerTable(
  register: PublicRegister,
  declaration: PublicDeclaration,
  sha256: string,
  { withdraw = false }: { withdraw?: boolean | undefined } = {},
): PublicRegister {
  const standing = register.tables.find(({ withdrawn }) => !withdrawn);
  if (standing?.sha256 === sha256) return register;
  if (standing && !withdraw) throw new OrynError('public.second-table', { declared: declaredText(standing) });
  const { groups, periods, resolution } = declaration;
  return {
    ...register,
    tables: [
      ...register.tables.map((table) => ({ ...table, withdrawn: true })),
      { groups, periods, resolution, sha256, withdrawn: false },
    ],
  };
}

/** A declaration on one line: offences; years; size of cells. */
function declaredText({
  groups,
  periods,
  resolution,
}: Pick<PublicRegister['tables'][number], 'groups' | 'periods' | 'resolution'>): string {
  const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join(', ');
  return `${names(groups)}; ${names(periods)}; H3 ${resolution}`;
}
