import { createRequire } from 'node:module';

/** The font files figures are set in, regular and bold, as paths. */
export function fontFiles(): [regular: string, bold: string] {
  const require = createRequire(import.meta.url);
  return [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  ];
}
