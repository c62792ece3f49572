import { sha256 } from '@noble/hashes/sha2.js';
import type { SourceFile } from './source-file.ts';

const hexOf = (digest: Uint8Array): string =>
  Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of bytes that come piece by piece, lower-case hexadecimal. */
export class Sha256 {
  private readonly hash = sha256.create();

  add(bytes: Uint8Array): void {
    this.hash.update(bytes);
  }

  hex(): string {
    return hexOf(this.hash.digest());
  }
}

/** SHA-256 of bytes, lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return hexOf(sha256(bytes));
}

/** The 32 bytes of the SHA-256 of bytes, where very many are made. */
export function digestOf(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** SHA-256 of a file as it lies on the disk, read in pieces. */
export async function sha256OfFile(file: SourceFile): Promise<string> {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return hash.hex();
    hash.add(value);
  }
}
