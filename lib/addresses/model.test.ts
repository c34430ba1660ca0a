import { expect, it } from "vitest";
import { cityName, listCities, PROVINCE_SLUGS, provinceName, provinceOfCity, zoneNames } from "@/lib/addresses/model";

it("has Pakistan's seven parts in both languages, each with cities", () => {
  expect(PROVINCE_SLUGS).toHaveLength(7);
  for (const slug of PROVINCE_SLUGS) {
    expect(provinceName(slug, "en")).toMatch(/^[A-Z][A-Za-z -]+$/);
    expect(provinceName(slug, "ur")).toMatch(/^[\u0600-\u06ff ]+$/);
    expect(listCities("en").some((city) => city.province === slug)).toBe(true);
  }
  expect(provinceName("FATA", "ur")).toBe("FATA");
});

it("no city is named twice, and each has its name in both languages", () => {
  const english = listCities("en").map(({ name }) => name);
  const urdu = listCities("ur").map(({ name }) => name);
  expect(new Set(english).size).toBe(english.length);
  expect(new Set(urdu).size).toBe(urdu.length);
  for (const name of english) expect(name).toMatch(/^[A-Z][A-Za-z ]+$/);
  for (const name of urdu) expect(name).toMatch(/^[\u0600-\u06ff ]+$/);
});

it.each(["Lahore", " LAHORE ", "لاہور", "لاهور", "lahore."])("knows %s by all its names", (city) => {
  expect(zoneNames(city)).toEqual(expect.arrayContaining(["lahore", "لاہور"]));
  expect(zoneNames(city).at(-1)).toBe("*");
});

it("tells the province of a city that it knows", () => {
  expect(provinceOfCity("KARACHI")).toBe("sindh");
  expect(provinceOfCity("میرپور")).toBe("azad_kashmir");
  expect(provinceOfCity("Atlantis")).toBe("");
});

it("takes other spellings, and a city that it does not know as it is written", () => {
  expect(zoneNames("D.I. Khan")).toContain("dera ismail khan");
  expect(zoneNames("Mirpurkhas")).toContain("mirpur khas");
  expect(zoneNames("Kot  Radha Kishan")).toEqual(["kot  radha kishan", "kot radha kishan", "*"]);
  expect(zoneNames("")).toEqual(["*"]);
});

it("calls a city by its own name, however it is kept", () => {
  expect([cityName("lahore", "en"), cityName("lahore", "ur"), cityName("لاہور", "en")]).toEqual([
    "Lahore",
    "لاہور",
    "Lahore",
  ]);
  expect(cityName("kot radha kishan", "ur")).toBe("Kot Radha Kishan");
});
