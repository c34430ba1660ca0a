import { expect, it } from "vitest";
import { acknowledge } from "@/lib/jazzcash/acknowledge";
import { secureHash } from "@/lib/jazzcash/secure-hash";
import { signRequest } from "@/lib/jazzcash/sign-request";
import { shopWith } from "@/lib/jazzcash/test-messages";

it.each(["a&b", "&", "Café", "لاہور", "two\nlines", "tab\there", "\u007f", "0", "null", " ahead", "behind ", " "])(
  "%j is never signed",
  (value) => {
    expect(() => signRequest({ pp_Description: value }, "salt")).toThrow("pp_Description holds what cannot be signed");
  },
);

it.each(["", "00", "NULL", "1", "a b", "~!@#$%^*()_+{}|:\"<>?`-=[];'\\,./"])("%j may be signed", (value) => {
  const signed = signRequest({ pp_Description: value }, "salt");
  expect(signed).toEqual({ pp_Description: value, pp_SecureHash: secureHash({ pp_Description: value }, "salt") });
});

it("what goes out is signed with the present salt, also while the previous one is still accepted", () => {
  const shop = shopWith({ JAZZCASH_INTEGRITY_SALT: "newsalt001", JAZZCASH_INTEGRITY_SALT_PREVIOUS: "oldsalt001" });
  const { pp_SecureHash, ...answer } = acknowledge(shop);
  expect(answer).toEqual({ pp_ResponseCode: "000", pp_ResponseMessage: "IPN received successfully" });
  expect(pp_SecureHash).toBe(secureHash(answer, "newsalt001"));
});

it("the acknowledgement is the worked example's", () => {
  const hash = "9219900DA9DEB541152F9063EF850EDE51BAD54981833547A4CDA3E9EE6C4CDA";
  expect(acknowledge(shopWith({ JAZZCASH_INTEGRITY_SALT: "TESTSALT01" })).pp_SecureHash).toBe(hash);
});
