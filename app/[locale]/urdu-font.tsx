import nastaliq from "@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic-400-normal.woff2";

const LETTERS = "U+0600-06FF,U+0750-077F,U+200C-200E,U+2010-2011,U+FB50-FDFF,U+FE70-FEFC";
const FACE = `@font-face{font-family:Nastaliq;font-weight:400;font-display:swap;src:url(${nastaliq}) format("woff2");unicode-range:${LETTERS}}`;

/**
 * Nastaliq, which Urdu pages alone ask for: next/font would preload it on every page of its layout. Browsers thicken
 * it for what is bold, since the font's own bold tears words apart.
 */
export function UrduFont() {
  return (
    <>
      <link rel="preload" href={nastaliq} as="font" type="font/woff2" crossOrigin="anonymous" />
      <style href="nastaliq" precedence="font">
        {FACE}
      </style>
    </>
  );
}
