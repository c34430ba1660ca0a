import { createHash } from "node:crypto";
import sharp, { type Metadata, type Sharp } from "sharp";
import { MOST_PICTURE_BYTES, PICTURE_WIDTHS, pictureKind, type PictureWidth } from "@/lib/pictures/model";
import { AppError } from "@/lib/shared/errors";

const MOST_PIXELS = 64_000_000;
const LONGEST_SECONDS = 20;
const TALLEST = 3; // times its width: what is longer is no picture of a product

export type MadePicture = {
  hash: string;
  width: number;
  height: number;
  files: { width: PictureWidth; bytes: Buffer }[];
};

const unfit = (reason: string, message: string) =>
  new AppError("invalid_input", message, { reason, errors: [{ path: "picture", message }] });

const KINDS = ["jpeg", "png", "webp", "heif"];

/**
 * Decodes what somebody has sent and draws it anew in all widths: nothing of the file itself is kept. Refuses with 413
 * what is too large, with 415 what is no picture, with 400 a broken or moving one or one of too many pixels.
 */
export async function makePicture(bytes: Buffer): Promise<MadePicture> {
  if (bytes.byteLength > MOST_PICTURE_BYTES) {
    throw new AppError("payload_too_large", "A picture may have at most 5 MB.");
  }
  if (pictureKind(bytes) === null) {
    throw new AppError("unsupported_media_type", "A picture is a JPEG, PNG, WebP or AVIF file.");
  }
  const found = await unlessBroken(opened(bytes).metadata());
  refuseUnfit(found);
  const files = [];
  for (const width of PICTURE_WIDTHS) files.push({ width, bytes: await unlessBroken(drawn(bytes, width)) });
  const { width, height } = found.autoOrient;
  return { hash: createHash("sha256").update(bytes).digest("hex"), width, height, files };
}

const opened = (bytes: Buffer): Sharp => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" });

const drawn = (bytes: Buffer, width: PictureWidth): Promise<Buffer> =>
  opened(bytes)
    .timeout({ seconds: LONGEST_SECONDS })
    .autoOrient()
    .resize({ width, height: width * TALLEST, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer();

function refuseUnfit({ format, compression, pages }: Metadata): void {
  const isKnown = KINDS.includes(format) && (format !== "heif" || compression === "av1");
  if (!isKnown) throw new AppError("unsupported_media_type", "A picture is a JPEG, PNG, WebP or AVIF file.");
  if ((pages ?? 1) > 1) throw unfit("moving", "A moving picture cannot be shown.");
}

async function unlessBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    const isTooLarge = thrown instanceof Error && /pixel limit/.test(thrown.message);
    throw isTooLarge
      ? unfit("too_many_pixels", "The picture has too many pixels.")
      : unfit("broken", "The picture is broken.");
  }
}
