import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makePicture } from "@/lib/pictures/make-picture";

const RED = { r: 200, g: 20, b: 30 };
const drawing = (width = 1200, height = 800) =>
  sharp({ create: { width, height, channels: 3, background: RED } }).withExif({ IFD0: { Copyright: "somebody" } });

const refusal = (bytes: Buffer | string) =>
  makePicture(Buffer.from(bytes)).then(
    () => null,
    ({ code, extra }: { code: string; extra: { reason?: string } }) => [code, extra.reason].filter(Boolean).join(" "),
  );

describe("an uploaded picture", () => {
  it.each(["jpeg", "png", "webp", "avif"] as const)("of %s is drawn anew in all widths", async (format) => {
    const made = await makePicture(await drawing().toFormat(format).toBuffer());
    const found = await Promise.all(made.files.map(({ bytes }) => sharp(bytes).metadata()));
    expect(found.map(({ format: kind, width, height }) => [kind, width, height])).toEqual([
      ["webp", 320, 213],
      ["webp", 640, 427],
      ["webp", 960, 640],
    ]);
    expect([made.width, made.height]).toEqual([1200, 800]);
  });

  it("says nothing any more of who took it and where, and stands as it was held", async () => {
    const sideways = await drawing(800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const made = await makePicture(sideways);
    expect([made.width, made.height]).toEqual([400, 800]);
    for (const { bytes } of made.files) {
      const { exif, xmp, icc, orientation, width, height } = await sharp(bytes).metadata();
      expect([exif, xmp, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(Math.round((height / width) * 10)).toBe(20);
    }
  });

  it("says nothing of the place where it was taken", async () => {
    const gps = {
      GPSLatitudeRef: "N",
      GPSLatitude: "31/1 33/1 0/1",
      GPSLongitudeRef: "E",
      GPSLongitude: "74/1 20/1 0/1",
    };
    const taken = await drawing().withExif({ IFD3: gps }).jpeg().toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes(Buffer.from("E\0"))).toBe(true);
    const { files } = await makePicture(taken);
    expect(await Promise.all(files.map(async ({ bytes }) => (await sharp(bytes).metadata()).exif))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("of a printer's four inks has the colours that were seen", async () => {
    const inks = await drawing(400, 400).toColourspace("cmyk").jpeg().toBuffer();
    expect((await sharp(inks).metadata()).space).toBe("cmyk");
    const [file] = (await makePicture(inks)).files;
    const { channels } = await sharp(file?.bytes).stats();
    const seen = channels.map(({ mean }) => mean);
    expect(seen).toHaveLength(3);
    expect(seen[0]).toBeGreaterThan(150);
    expect(Math.max(...seen.slice(1))).toBeLessThan(60);
  });

  it("keeps nothing of what was hidden behind it", async () => {
    const page = "<html><script>alert(document.cookie)</script></html>";
    const both = Buffer.concat([await drawing().jpeg().toBuffer(), Buffer.from(page)]);
    const inside = await drawing()
      .withExif({ IFD0: { ImageDescription: page } })
      .jpeg()
      .toBuffer();
    for (const sent of [both, inside]) {
      expect(sent.includes("<script>")).toBe(true);
      const { files } = await makePicture(sent);
      expect(files.some(({ bytes }) => bytes.includes("<script>"))).toBe(false);
    }
  });

  it("may have 5 MB and not a byte more", async () => {
    const whole = await drawing().jpeg().toBuffer();
    const large = Buffer.concat([whole, Buffer.alloc(5 * 1024 * 1024 - whole.length)]);
    expect((await makePicture(large)).files).toHaveLength(3);
    expect(await refusal(Buffer.concat([large, Buffer.alloc(1)]))).toBe("payload_too_large");
  });

  it("is known by its content, and never made larger than it is", async () => {
    const small = await drawing(100, 100).png().toBuffer();
    const [one, same] = [await makePicture(small), await makePicture(Buffer.from(small))];
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(same.hash).toBe(one.hash);
    expect(await Promise.all(one.files.map(async ({ bytes }) => (await sharp(bytes).metadata()).width))).toEqual([
      100, 100, 100,
    ]);
  });
});

describe("what is no picture is one clear refusal", () => {
  it("by what it is, whatever it calls itself", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
    const gif = await drawing(10, 10).gif().toBuffer();
    const iphone = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(64)]);
    const tiff = await drawing(10, 10).tiff().toBuffer();
    const kinds = [
      svg,
      "<html><script>alert(1)</script></html>",
      "",
      "GIF89a",
      gif,
      "%PDF-1.7",
      iphone,
      tiff,
      "PK\u0003\u0004",
    ];
    for (const bytes of kinds) {
      expect(await refusal(bytes)).toBe("unsupported_media_type");
    }
  });

  it("where it is broken off, or only begins like one", async () => {
    const whole = await drawing().jpeg().toBuffer();
    expect(await refusal(whole.subarray(0, whole.length / 2))).toBe("invalid_input broken");
    expect(await refusal(Buffer.concat([whole.subarray(0, 3), Buffer.from("<svg/>".repeat(100))]))).toBe(
      "invalid_input broken",
    );
  });

  it("where it is larger than 5 MB", async () => {
    expect(await refusal(Buffer.alloc(5 * 1024 * 1024 + 1, 0xff))).toBe("payload_too_large");
  });

  it("where few bytes would be more pixels than a machine can hold", async () => {
    const bomb = await sharp({ create: { width: 8200, height: 8200, channels: 3, background: RED } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect(await refusal(bomb)).toBe("invalid_input too_many_pixels");
    const said = await drawing(10, 10).png().toBuffer();
    said.writeUInt32BE(60_000, 16); // the width that its head says
    said.writeUInt32BE(60_000, 20);
    expect(await refusal(said)).toMatch(/^invalid_input (too_many_pixels|broken)$/);
  });

  it("where it moves", async () => {
    const frame = { create: { width: 20, height: 20, channels: 3, background: RED } } as const;
    const frames = [0, 1, 2].map((shade) => ({
      ...frame,
      create: { ...frame.create, background: { ...RED, g: shade * 99 } },
    }));
    const pictures = await Promise.all(frames.map((each) => sharp(each).png().toBuffer()));
    const moving = await sharp(pictures, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect(await refusal(moving)).toBe("invalid_input moving");
  });
});
