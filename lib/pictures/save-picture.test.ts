import { describe, expect, it } from "vitest";
import { atOnce } from "@/db/at-once";
import { pictureFiles, pictures } from "@/db/schema/pictures";
import { testDatabase } from "@/db/test-database";
import { somebody } from "@/db/test-fixtures";
import { findPictureFile } from "@/lib/pictures/find-picture-file";
import { savePicture } from "@/lib/pictures/save-picture";
import { drawing } from "@/lib/pictures/test-pictures";

const { db } = testDatabase({ max: 20 });

describe("in the database", () => {
  it("a picture is kept once in three widths, however often and however fast it is sent", async () => {
    const admin = await somebody(db, { role: "admin" });
    const bytes = await drawing();
    const { done } = await atOnce(20, () => savePicture(admin, bytes));
    expect(done).toHaveLength(20);
    expect(await db.select().from(pictures)).toHaveLength(1);
    const files = await db.select().from(pictureFiles);
    expect(files.map(({ width }) => width).toSorted((a, b) => a - b)).toEqual([320, 640, 960]);
    const [view] = done;
    expect(view?.image_url).toBe(`/uploads/${view?.hash}/640.webp`);
    expect(await findPictureFile({ db }, { hash: view?.hash ?? "", width: 320 })).toBeInstanceOf(Buffer);
    expect(await findPictureFile({ db }, { hash: view?.hash ?? "", width: 321 })).toBeNull();
  });

  it("none of the staff's or a customer's is", async () => {
    const bytes = await drawing();
    for (const role of ["staff", "customer"] as const) {
      const ctx = await somebody(db, { role });
      await expect(savePicture(ctx, bytes)).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
