import nastaliq from "@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2";

/** Nastaliq at once, which Urdu pages alone ask for: next/font would preload it on every page of its layout. */
export function UrduFont() {
  return <link rel="preload" href={nastaliq} as="font" type="font/woff2" crossOrigin="anonymous" />;
}
