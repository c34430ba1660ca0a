import { z } from "zod";

export const PictureView = z.object({
  hash: z.string(),
  width: z.int(),
  height: z.int(),
  image_url: z.string(),
});
export type PictureView = z.infer<typeof PictureView>;
