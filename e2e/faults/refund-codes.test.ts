import { expect, it } from "vitest";
import { lyingGateway, signed } from "@/e2e/faults/lying-gateway";
import { callRefund } from "@/lib/jazzcash/refund";
import { SHOP } from "@/lib/jazzcash/test-messages";
import { paisa } from "@/lib/shared/money";

const gateway = await lyingGateway();
const shop = { ...SHOP, baseUrl: gateway.url, timeoutMs: 8000 };
const order = { way: "card", transactionId: "T261125ABCDEFGHJKLMN", amount: paisa(25_000) } as const;

const answerTo = (fields: Record<string, string>) => {
  gateway.answersRefunds((_, response) => response.end(JSON.stringify(fields)));
  return callRefund(order, shop);
};

it.each(["00", "0000", "0-0", "t00", " 00", "000\n"])("%j is no code of a refund, signed or not", async (code) => {
  for (const fields of [{ pp_ResponseCode: code }, signed({ pp_ResponseCode: code })]) {
    expect(await answerTo(fields)).toMatchObject({ kind: "unclear", code, message: "no response code" });
  }
});

it("what is not clear keeps the code that it named, for the person who is asked", async () => {
  expect(await answerTo({ pp_ResponseCode: "000" })).toMatchObject({ kind: "unclear", code: "000" });
  const ofAnother = signed({ pp_ResponseCode: "452", pp_TxnRefNo: "T2" });
  expect(await answerTo(ofAnother)).toMatchObject({ kind: "unclear", code: "452", fields: { pp_TxnRefNo: "T2" } });
});

it("a yes or a no may come without words, an answer without a code has none", async () => {
  const fields = { pp_ResponseCode: "000", pp_TxnRefNo: order.transactionId };
  expect(await answerTo(signed(fields))).toMatchObject({ kind: "completed", message: "", fields });
  expect(await answerTo(signed({ pp_ResponseCode: "452" }))).toMatchObject({ kind: "refused", message: "" });
  expect(await answerTo({})).toMatchObject({ kind: "unclear", code: "", message: "no response code" });
});
