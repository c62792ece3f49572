import { OrynError } from '@oryn/core';
import type { Failure, Outcome } from './types.ts';

/** Errors cross the worker's border as their code; an exception would lose it. */
export async function outcomeOf<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof OrynError) return { code: error.code, parameters: { ...error.parameters } };
  return {
    code: 'internal',
    parameters: { message: error instanceof Error ? error.message : String(error) },
  };
}
