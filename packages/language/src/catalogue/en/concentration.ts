/** The law of crime concentration in sentences: verdicts, the world, scale, years. */
export const concentration = {
  title: 'Concentration',
} as const satisfies Record<string, string>;
