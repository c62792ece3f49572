import { createRequire } from 'node:module';
import type { FontFace } from '../text/measure.ts';

const require = createRequire(import.meta.url);

const FILES: Record<FontFace, () => [regular: string, bold: string]> = {
  sans: () => [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  ],
  serif: () => [
    require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
    require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
  ],
};

/** The font files of a face, regular and bold, as paths. */
export function fontFiles(face: FontFace): [regular: string, bold: string] {
  return FILES[face]();
}
