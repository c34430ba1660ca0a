import { publicContext } from "@/lib/http/public-context";
import { route } from "@/lib/http/route";
import { findPictureFile } from "@/lib/pictures/find-picture-file";
import { AppError } from "@/lib/shared/errors";

const HASH = /^[0-9a-f]{64}$/;
const FILE = /^(\d{1,4})\.webp$/;

/** What was uploaded, in one width: the address names its content, so that it never changes. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  GET: async (request, { hash = "", file = "" }) => {
    const width = Number(FILE.exec(file)?.[1] ?? 0);
    const bytes = HASH.test(hash) && width > 0 ? await findPictureFile(publicContext(), { hash, width }) : null;
    if (!bytes) throw new AppError("not_found", "There is no picture at this address.");
    const etag = `"${hash}-${width}"`;
    const headers = {
      etag,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    };
    const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
    if (known.some((each) => each.replace(/^W\//, "") === etag || each === "*")) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(new Uint8Array(bytes), { headers: { ...headers, "content-type": "image/webp" } });
  },
});
