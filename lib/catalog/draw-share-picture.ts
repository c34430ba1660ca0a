import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { SHARE_PICTURE } from "@/lib/catalog/model";

const MARGIN = 60;
const TILE = SHARE_PICTURE.height - 2 * MARGIN;
const WORDS_WIDTH = SHARE_PICTURE.width - TILE - 3 * MARGIN;
const INK = "#182135";
const COBALT = "#1d44a3";
const GROUND = { r: 249, g: 246, b: 241, alpha: 1 };

const LATIN = { family: "Inter", file: "inter.ttf", sizes: [64, 54, 46, 38] };
const NASTALIQ = { family: "Noto Nastaliq Urdu Bold", file: "nastaliq.ttf", sizes: [58, 48, 40, 34] };

const fileOf = (...parts: string[]) => join(process.cwd(), ...parts);
const escaped = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Lines = { text: string; colour: string; size?: number; isUrdu?: boolean; tallest: number };
type Drawn = { data: Buffer; width: number; height: number };

/** Words as a picture of themselves, in the largest size that leaves them the height they may have. */
async function drawWords({ text, colour, size, isUrdu = false, tallest }: Lines): Promise<Drawn> {
  const { family, file, sizes } = isUrdu ? NASTALIQ : LATIN;
  let drawn: Drawn | null = null;
  for (const each of size ? [size] : sizes) {
    const { data, info } = await sharp({
      text: {
        text: `<span foreground="${colour}">${escaped(text)}</span>`,
        font: `${family} ${each}`,
        fontfile: fileOf("app/share/fonts", file),
        width: WORDS_WIDTH,
        align: "left", // which is where a line begins, in either direction
        wrap: "word-char",
        dpi: 72,
        rgba: true,
        spacing: isUrdu ? 0 : 8,
      },
    })
      .png()
      .toBuffer({ resolveWithObject: true });
    drawn = { data, width: info.width, height: info.height };
    if (info.height <= tallest) break;
  }
  if (!drawn) throw new Error("words without a size");
  if (drawn.height <= tallest) return drawn;
  const data = await sharp(drawn.data).extract({ left: 0, top: 0, width: drawn.width, height: tallest }).toBuffer();
  return { ...drawn, data, height: tallest };
}

const ROUNDED = Buffer.from(
  `<svg width="${TILE}" height="${TILE}"><rect width="${TILE}" height="${TILE}" rx="28"/></svg>`,
);

/** `picture` is a file of the shop's own, or what somebody has uploaded. */
type SharePicture = { picture: string | Buffer; title: string; price: string | null; shop: string; isUrdu: boolean };

/** The picture that goes with a shared address: what it is, its price and whose it is, in the page's direction. */
export async function drawSharePicture({ picture, title, price, shop, isUrdu }: SharePicture): Promise<Buffer> {
  const drawing = typeof picture === "string" ? await readFile(fileOf(picture)) : picture;
  const tile = sharp(drawing, { density: 144 }).resize(TILE, TILE);
  const [drawnTile, icon, words, name, amount] = await Promise.all([
    tile
      .composite([{ input: ROUNDED, blend: "dest-in" }])
      .png()
      .toBuffer(),
    sharp(await readFile(fileOf("app/icon.svg")))
      .resize(56, 56)
      .png()
      .toBuffer(),
    drawWords({ text: title, colour: INK, isUrdu, tallest: price === null ? 380 : 300 }),
    drawWords({ text: shop, colour: INK, size: isUrdu ? 30 : 38, isUrdu, tallest: 90 }),
    price === null ? null : drawWords({ text: price, colour: COBALT, size: 56, tallest: 80 }),
  ]);
  const start = (width: number) => (isUrdu ? MARGIN + WORDS_WIDTH - width : 2 * MARGIN + TILE);
  const beside = (width: number) => (isUrdu ? start(56) - 20 - width : start(0) + 76);
  const bottom = SHARE_PICTURE.height - MARGIN - 56;
  const parts: OverlayOptions[] = [
    { input: drawnTile, left: isUrdu ? SHARE_PICTURE.width - MARGIN - TILE : MARGIN, top: MARGIN },
    { input: words.data, left: start(words.width), top: MARGIN + 10 },
    { input: icon, left: start(56), top: bottom },
    { input: name.data, left: beside(name.width), top: Math.round(bottom + 28 - name.height / 2) },
  ];
  if (amount) parts.push({ input: amount.data, left: start(amount.width), top: MARGIN + 10 + words.height + 36 });
  return sharp({ create: { ...SHARE_PICTURE, channels: 4, background: GROUND } })
    .composite(parts)
    .png()
    .toBuffer();
}
