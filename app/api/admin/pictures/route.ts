import { z } from "zod";
import { answerBack, backWith } from "@/lib/http/back-with";
import { queryOf } from "@/lib/http/body";
import { adminContext } from "@/lib/http/context";
import { fileBody } from "@/lib/http/file-body";
import { json, route } from "@/lib/http/route";
import { MOST_PICTURE_BYTES } from "@/lib/pictures/model";
import { savePicture } from "@/lib/pictures/save-picture";
import { changeOnce } from "@/lib/products/change-once";

const TYPES = /^(image\/|application\/octet-stream\b)/;
const Query = z.object({ back: z.string().max(500).optional() });

/** Takes a picture, as it is or in a form's field `picture`; with a product's `item_code` beside it, as its picture. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({
  POST: async (request) => {
    const ctx = await adminContext(request);
    const { back } = queryOf(request, Query);
    return answerBack(back, async () => {
      const asked = { field: "picture", types: TYPES, most: MOST_PICTURE_BYTES };
      const { file, fields } = await fileBody(request, asked);
      const picture = await savePicture(ctx, file);
      if (fields.item_code) {
        const changes = { image_url: picture.image_url };
        await changeOnce(ctx, null, { itemCode: fields.item_code, changes, seen: { image_url: fields.seen ?? "" } });
      }
      return back === undefined ? json(picture, 201) : backWith(back, { done: String(ctx.now.getTime()) });
    });
  },
});
