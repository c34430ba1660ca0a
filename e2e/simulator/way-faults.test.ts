import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { faultsOf } from "./fault-list";
import { isSigned, isSignedReturn, startPretendShop, type PretendShop } from "./pretend-shop";

let shop: PretendShop;
beforeAll(async () => {
  shop = await startPretendShop();
});
afterAll(() => shop.close());

const heard = (reference: string, times: number) => expect.poll(() => shop.noticesOf(reference)).toHaveLength(times);
const outcomesOf = async (reference: string) => {
  const known = await shop.look<{ ipn_attempts: { outcome: string }[] }[]>(`transactions?reference=${reference}`);
  return known[0]?.ipn_attempts.map(({ outcome }) => outcome);
};
/** By then everything that the usual delay would have brought is there: a later payment's IPN has come. */
const untilLaterIpn = async () => heard((await shop.pay()).reference, 1);

const IPN: Record<string, () => Promise<void>> = {
  late: async () => {
    await shop.fault("ipn", "late", { value: 1500 });
    const { reference } = await shop.pay();
    const { reference: later } = await shop.pay();
    await heard(reference, 1);
    const order = shop.notices.map(({ pp_TxnRefNo }) => pp_TxnRefNo);
    expect(order.indexOf(later)).toBeLessThan(order.indexOf(reference));
  },
  before_return: async () => {
    await shop.fault("ipn", "before_return");
    const { reference } = await shop.pay();
    expect(shop.noticesOf(reference)).toHaveLength(1);
  },
  lost: async () => {
    await shop.fault("ipn", "lost");
    const { reference } = await shop.pay();
    await untilLaterIpn();
    expect(shop.noticesOf(reference)).toEqual([]);
    expect(await outcomesOf(reference)).toEqual(["lost on the way"]);
  },
  duplicate: async () => {
    await shop.fault("ipn", "duplicate");
    await heard((await shop.pay()).reference, 2);
  },
  triplicate: async () => {
    await shop.fault("ipn", "triplicate");
    const { reference } = await shop.pay();
    await heard(reference, 3);
    const [one, ...others] = shop.noticesOf(reference);
    expect(others).toEqual([one, one]);
  },
  retried: async () => {
    await shop.fault("ipn", "retried");
    const { reference } = await shop.pay();
    await heard(reference, 3);
    await untilLaterIpn();
    expect(shop.noticesOf(reference)).toHaveLength(3);
    expect(await outcomesOf(reference)).toEqual(["HTTP 200, 000", "HTTP 200, 000", "HTTP 200, 000"]);
  },
};

const RETURN: Record<string, () => Promise<void>> = {
  lost: async () => {
    await shop.fault("return", "lost");
    const { reference, page, back } = await shop.pay("decline");
    expect(page).toContain("The transaction was declined by the bank. The browser does not go back.");
    expect(back).toEqual({});
    await heard(reference, 1);
  },
  duplicate: async () => {
    await shop.fault("return", "duplicate");
    const { back } = await shop.pay();
    await expect.poll(() => shop.returns).toEqual([{ origin: shop.gateway, fields: back }]);
  },
  as_get: async () => {
    await shop.fault("return", "as_get");
    const { page } = await shop.pay();
    expect(page).toContain('method="get" action="http://127.0.0.1:');
    expect((await shop.pay()).page).toContain('method="post" action="http://127.0.0.1:');
  },
  nulls: async () => {
    await shop.fault("return", "nulls");
    const { back } = await shop.pay("pay", { method: "MWALLET" });
    expect(back).toMatchObject({ pp_ResponseCode: "000", pp_BankID: "null", ppmpf_1: "null", ppmbf_5: "null" });
    expect(Object.values(back)).not.toContain("");
    expect(isSignedReturn(back)).toBe(true);
  },
  no_nulls: async () => {
    await shop.fault("return", "no_nulls");
    const { back } = await shop.pay();
    expect(back).toMatchObject({ pp_TxnType: "MPAY", pp_DiscountedAmount: "" });
    expect(isSigned(back)).toBe(true);
  },
};

describe.each([
  ["ipn", IPN],
  ["return", RETURN],
] as const)("the %s on request is", (target, ways) => {
  test.each(Object.entries(ways))("%s", (_, comes) => comes());

  test("each way of coming that the list names", () => {
    const listed = faultsOf(target).filter(({ part, value }) => part !== "hash" && (part !== undefined || !value));
    expect(listed.map(({ fault }) => fault).filter((name) => name !== "repeated_gateway_reference")).toEqual(
      Object.keys(ways),
    );
  });
});

test("an IPN that is sent by hand comes under its faults too", async () => {
  const { reference } = await shop.pay();
  await heard(reference, 1);
  await shop.fault("ipn", "response_code", { value: "999", for: reference });
  await shop.control("ipn", { reference });
  expect(shop.noticesOf(reference).map((notice) => notice.pp_ResponseCode)).toEqual(["121", "999"]);
});

const PAGE: Record<string, [status: number, words: string]> = {
  http_500: [500, "Internal Server Error"],
  waf_html: [200, "Request Rejected"],
  blank: [200, ""],
  duplicate_reference: [400, "valid value for pp_TxnRefNo"],
  refused: [400, "insufficient merchant information"],
};

describe("the hosted page on request is", () => {
  test.each(Object.entries(PAGE))("%s, and the form counts as never sent", async (fault, [status, words]) => {
    await shop.fault("page", fault);
    const { reference, response } = await shop.open();
    const page = await response.text();
    expect(response.status).toBe(status);
    if (words) expect(page).toContain(words);
    else expect(page).toBe("");
    expect(await shop.look(`transactions?reference=${reference}`)).toEqual([]);
  });

  test("broken in each way that the list names", () => {
    expect(faultsOf("page").map(({ fault }) => fault)).toEqual(Object.keys(PAGE));
  });
});
