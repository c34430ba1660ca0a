/** The widths in which an uploaded picture is kept; a smaller one is not made larger. */
export const PICTURE_WIDTHS = [320, 640, 960] as const;
export type PictureWidth = (typeof PICTURE_WIDTHS)[number];

export const MOST_PICTURE_BYTES = 5 * 1024 * 1024;

const UPLOADED = /^\/uploads\/([0-9a-f]{64})\/\d+\.webp$/;

export const pictureAddress = (hash: string, width: PictureWidth): string => `/uploads/${hash}/${width}.webp`;

/** The content's hash in a picture's address; null where it is no uploaded one. */
export const hashIn = (address: string | null): string | null => UPLOADED.exec(address ?? "")?.[1] ?? null;

/** All widths of an uploaded picture, for a browser to choose from; nothing for others. */
export function widthsOf(address: string): string | undefined {
  const hash = hashIn(address);
  return hash === null
    ? undefined
    : PICTURE_WIDTHS.map((width) => `${pictureAddress(hash, width)} ${width}w`).join(", ");
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** What the first bytes of a file say that it is, whatever its name and sender say; null for all that is no picture here. */
export function pictureKind(bytes: Uint8Array): "jpeg" | "png" | "webp" | "avif" | null {
  if (startsWith(bytes, "\u00ff\u00d8\u00ff")) return "jpeg";
  if (startsWith(bytes, "\u0089PNG\r\n\u001a\n")) return "png";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "webp";
  const isAvif = startsWith(bytes, "ftyp", 4) && ["avif", "avis", "mif1"].some((brand) => startsWith(bytes, brand, 8));
  return isAvif ? "avif" : null;
}
