/** Cities, years and offences side by side. */
export const compare = {
  title: 'Cities compared',
} as const satisfies Record<string, string>;
