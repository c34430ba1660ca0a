import { beforeAll, describe, expect, test } from "vitest";
import { seedShop } from "@/db/seed/seed-shop";
import { testDatabase } from "@/db/test-database";
import { findCards } from "@/lib/catalog/find-cards";
import type { ListProductsQuery } from "@/lib/catalog/schemas";
import { paisa } from "@/lib/shared/money";

const { db } = testDatabase();
beforeAll(() => seedShop(db, { demoAccounts: false }));

const find = (query: Partial<ListProductsQuery>, isGrouped = true) =>
  findCards(db, { page: 1, page_size: 24, ...query }, { isGrouped });
const codes = async (search: string) => (await find({ search })).cards.map((card) => card.item_code);
const first = async (search: string) => (await codes(search))[0];
const meant = async (search: string) => (await find({ search })).words.map(({ shown }) => shown).join(" ");

const RICE = "FG073";
const HONEY = "FG075";

describe("a mistyped word is taken for what it means", () => {
  test.each([
    ["rcie", RICE],
    ["basmti rice", RICE],
    ["hony", HONEY],
    ["presure coker", "FG029"],
    ["chargr", "FG022"],
    ["bta", "FG004"],
    ["prayar mat", "FG008"],
    ["geomatry box", "FG055"],
  ])("in English: %s", async (search, code) => expect(await first(search)).toBe(code));

  test.each([
    ["chwal", RICE],
    ["chaawl", RICE],
    ["shehd", HONEY],
    ["shahed", HONEY],
    ["khajor", "FG059"],
    ["tasbeh", "FG024"],
    ["pankhaa", "FG038"],
    ["kadahi", "FG021"],
    ["miswaak", "FG048"],
  ])("in Roman Urdu: %s", async (search, code) => expect(await first(search)).toBe(code));

  test.each([
    ["باسمتی چاؤل", RICE],
    ["بسمتی", RICE],
    ["شھد", HONEY],
    ["گلدن", "FG002"],
    ["تسبی", "FG024"],
    ["مسوک", "FG048"],
    ["صراہی", "FG058"],
  ])("in Urdu: %s", async (search, code) => expect(await codes(search)).toContain(code));

  test("and the page is told which word was meant, spelled as people spell it", async () => {
    expect(await meant("chwal")).toBe("chawal");
    expect(await meant("basmti rice")).toBe("basmati rice");
    expect(await meant("چاے")).toBe("چائے");
    expect((await find({ search: "rice" })).words).toEqual([{ shown: "rice", isGuess: false, isKnown: true }]);
  });
});

describe("a word is found whatever it is written like", () => {
  test.each([
    ["Arabic kaf and yeh", "كشميري چاي", "FG035"],
    ["with vowel signs", "شَہْد", HONEY],
    ["with a joiner and a tatweel", "چـــاول", RICE],
    ["Urdu digits", "باسمتی ۵ کلو", "FG003"],
    ["capitals and an accent", "KÁRAHI", "FG021"],
    ["words in another order", "mat velvet prayer", "FG008"],
    ["a measure without its space", "basmati 25kg", "FG074"],
    ["a number with its comma", "20,000 mAh", "FG030"],
    ["several of it", "footballs", "FG020"],
    ["only its beginning", "truc", "FG006"],
    ["a part of it", "ashmir", "FG035"],
    ["silent words between", "mobile ka cover for the phone", "FG006"],
  ])("%s", async (_how, search, code) => expect(await codes(search)).toContain(code));
});

describe("people say one thing in many words", () => {
  test.each([
    ["shehad", HONEY],
    ["chawal", RICE],
    ["balla", "FG004"],
    ["بلا", "FG004"],
    ["kapray", "FG009"],
    ["joota", "FG025"],
    ["جوتے", "FG049"],
    ["janamaz", "FG008"],
    ["itar", "FG016"],
    ["perfume", "FG016"],
    ["ketli", "FG005"],
    ["کیتلی", "FG005"],
    ["notebooks", "FG023"],
    ["ghari", "FG072"],
  ])("%s", async (search, code) => expect(await codes(search)).toContain(code));

  test("of which a mistyped one leads there as well", async () => {
    expect(await codes("jotay")).toEqual(expect.arrayContaining(["FG025", "FG049"]));
  });
});

describe("what fits best comes first", () => {
  test("an item code before everything", async () => {
    expect(await codes("fg017")).toEqual(["FG017"]);
    expect(await codes("FG079")).toEqual(["FG079"]);
    expect(await first("fg00")).toBe("FG001");
  });

  test("a whole name, then its beginning, then its words, then what is said of it", async () => {
    expect(await first("fountain pen")).toBe("FG031");
    expect(await first("Multani khussa")).toBe("FG049");
    expect(await codes("cricket")).toEqual(expect.arrayContaining(["FG004", "FG012", "FG028"]));
    expect(await first("cricket ball")).toBe("FG012");
    expect((await codes("rice")).slice(0, 2)).toEqual([RICE, "FG027"]); // the masala only speaks of rice
  });

  test("and what is sold out after what can be had", async () => {
    expect(await codes("attar")).toEqual(["FG016", "FG056"]);
  });
});

describe("what is no word", () => {
  test.each(["%", "_", "\\", "'", "%_\\", "!&|():*<->", "'::tsquery", "🙂", "ـ"])(
    "%s finds nothing and breaks nothing",
    async (search) => expect((await find({ search })).count).toBe(0),
  );

  test("the signs around words are passed over", async () => {
    expect(await first("' honey OR \\ --")).toBe(HONEY);
    expect(await first("%honey_:*")).toBe(HONEY);
  });

  test("a long text is only long", async () => {
    expect((await find({ search: "honey ".repeat(16) })).count).toBe(1);
    expect((await find({ search: "x".repeat(100) })).count).toBe(0);
  });

  test("one letter finds what begins with it", async () => {
    const names = (await find({ search: "k" })).cards.map(({ name }) => name);
    expect(names.toSorted()).toEqual(["Kashi tiles, set of four", "Kashmiri pink tea, 200 g"]);
  });
});

describe("filters", () => {
  test("narrow a search as they narrow the shelf", async () => {
    const cheap = await find({ search: "attar", price_to: paisa(200_000) });
    expect(cheap.cards.map((card) => card.item_code)).toEqual(["FG016"]);
    const food = await find({ category: "food", price_from: paisa(100_000), price_to: paisa(300_000) });
    expect(food.cards.every(({ category, unit_price }) => category === "food" && Number(unit_price) >= 1000)).toBe(
      true,
    );
    const inStock = await find({ in_stock: true, page_size: 100 });
    expect(inStock.cards.every(({ stock }) => stock > 0)).toBe(true);
    expect(inStock.count).toBeLessThan((await find({ page_size: 100 })).count);
  });

  test("of a category that is not there are passed over on pages and find nothing for programs", async () => {
    expect((await find({ category: "nowhere" })).count).toBeGreaterThan(60);
    expect((await find({ search: "rice", category: "nowhere" }, false)).count).toBe(0);
  });

  test("a page past the end is the last one on pages, and empty for programs", async () => {
    const last = await find({ page: 99, page_size: 20 });
    expect(last).toMatchObject({ page: Math.ceil(last.count / 20) });
    expect(last.cards.length).toBeGreaterThan(0);
    expect((await find({ search: "cricket", page: 99 }, false)).cards).toEqual([]);
  });

  test("prices go up or down, names by the alphabet", async () => {
    const prices = async (ordering: ListProductsQuery["ordering"]) =>
      (await find({ ordering, page_size: 100 })).cards.map(({ unit_price }) => Number(unit_price));
    const up = await prices("unit_price");
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    expect(await prices("-unit_price")).toEqual(up.toReversed());
    const names = (await find({ ordering: "name", page_size: 100 })).cards.map(({ name }) => name.toLowerCase());
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : 1)));
  });
});
