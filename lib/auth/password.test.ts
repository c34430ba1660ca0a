import { expect, test } from "vitest";
import { hashPassword, isPassword } from "@/lib/auth/password";

test("a password is kept as argon2id with a salt of its own", async () => {
  const [one, other] = await Promise.all([hashPassword("lassi aur paratha"), hashPassword("lassi aur paratha")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});

test("only the same password is right, blanks and case counted", async () => {
  const kept = await hashPassword(" چائے Garam ");
  expect(await isPassword(" چائے Garam ", kept)).toBe(true);
  expect(await isPassword("چائے Garam", kept)).toBe(false);
  expect(await isPassword(" چائے garam ", kept)).toBe(false);
});

test("a letter is the same whether a keyboard sends it whole or in parts", async () => {
  const kept = await hashPassword("آم کا موسم"); // U+0622
  expect(await isPassword("\u0627\u0653م کا موسم", kept)).toBe(true);
});

test("nobody's password is ever right, and is looked at for as long as somebody's", async () => {
  const kept = await hashPassword("lassi aur paratha");
  const quickest = { known: Infinity, unknown: Infinity };
  const ratio = () => quickest.unknown / quickest.known;
  const isAlike = () => ratio() > 0.5 && ratio() < 2;
  for (let tries = 0; tries < 20 || (tries < 200 && !isAlike()); tries++) {
    const who = tries % 2 === 0 ? "known" : "unknown";
    const start = performance.now();
    expect(await isPassword("a guess", who === "known" ? kept : null)).toBe(false);
    quickest[who] = Math.min(quickest[who], performance.now() - start);
  }
  expect(isAlike(), `${ratio()} times as long`).toBe(true);
});
