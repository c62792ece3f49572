import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Directives of the content security policy, by name. */
export type Policy = Readonly<Record<string, string>>;

/** The one list: `oryn view` and the example for nginx say the same as the page does of itself. */
export const policy: Policy = JSON.parse(
  readFileSync(join(import.meta.dirname, '../public/policy.json'), 'utf8'),
);

/** As an element of the page; who may frame a page only a header can say. */
export function policyTag(directives: Policy): string {
  const listed = Object.entries(directives).filter(([name]) => name !== 'frame-ancestors');
  const content = listed.map(([name, sources]) => `${name} ${sources}`).join('; ');
  return `<meta http-equiv="Content-Security-Policy" content="${content}">`;
}

/** The policy in the page itself: it holds on servers whose headers nobody sets. */
export function withPolicy(): Plugin {
  return {
    name: 'oryn-policy',
    apply: 'build',
    transformIndexHtml: (html) => html.replace('<meta charset="utf-8" />', `$&\n    ${policyTag(policy)}`),
  };
}
