import { OrynError } from '@oryn/core';

/** A file of this format that is cut off, altered or not of this format after all. */
export function damaged(file: string, format: string): OrynError {
  return new OrynError('file.damaged', { file, format });
}

/**
 * Runs a reader on a file from anywhere: whatever a library throws about it becomes one clear error.
 *
 * @throws OrynError file.damaged, and every OrynError of `read`
 */
export async function guarded<T>(file: string, format: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof OrynError ? error : damaged(file, format);
  }
}
