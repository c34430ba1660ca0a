import sharp from "sharp";
import { expect, it } from "vitest";
import { drawSharePicture } from "@/lib/catalog/draw-share-picture";

const draw = (title: string, isUrdu = false, price: string | null = "Rs 1,500") =>
  drawSharePicture({ picture: "public/products/FG001.svg", title, price, shop: isUrdu ? "سودا" : "Sauda", isUrdu });

/** How much of one part of the picture is not its ground. */
async function inkIn(picture: Buffer, left: number, top: number, width: number, height: number): Promise<number> {
  const { data } = await sharp(picture)
    .extract({ left, top, width, height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((shade) => shade < 120).length;
}

it("draws name and price beside the thing, and the other way round in Urdu", async () => {
  const english = await draw("Sindhi ajrak, block printed");
  const urdu = await draw("سندھی اجرک، ٹھپے کی چھپائی", true);
  for (const picture of [english, urdu]) {
    const { format, width, height } = await sharp(picture).metadata();
    expect([format, width, height]).toEqual(["png", 1200, 630]);
  }
  expect(await inkIn(english, 630, 0, 570, 630)).toBeGreaterThan(3000);
  expect(await inkIn(urdu, 0, 0, 570, 630)).toBeGreaterThan(3000);
  expect(await inkIn(urdu, 1150, 0, 50, 630)).toBe(0);
});

it("never runs out of its picture, however long a name is", async () => {
  const long = "An extraordinarily long name with unbreakableunbreakableunbreakable words & <signs> ".repeat(4);
  for (const isUrdu of [false, true]) {
    const picture = await draw(isUrdu ? "پاکستان بھر سے کپڑے، دستکاری اور گھر کا سامان ".repeat(8) : long, isUrdu);
    expect((await sharp(picture).metadata()).height).toBe(630);
    expect(await inkIn(picture, isUrdu ? 0 : 1160, 0, 40, 630)).toBe(0);
  }
});
