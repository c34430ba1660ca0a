import sharp from "sharp";

let shade = 0;

/** A picture that was never sent before. */
export const drawing = () =>
  sharp({ create: { width: 400, height: 400, channels: 3, background: { r: ++shade % 256, g: shade >> 8, b: 90 } } })
    .png()
    .toBuffer();
