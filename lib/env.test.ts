import { describe, expect, it } from "vitest";
import { DEMO_SECRETS, readEnv } from "@/lib/env";

const LIVE = {
  NODE_ENV: "production",
  SITE_URL: "https://sauda.example",
  DATABASE_URL: "postgres://db/sauda",
  NEXTAUTH_SECRET: "a secret of this shop's own",
  JAZZCASH_ENVIRONMENT: "production",
  JAZZCASH_MERCHANT_ID: "12345678",
  JAZZCASH_PASSWORD: "abcdefghij",
  JAZZCASH_INTEGRITY_SALT: "0123456789",
} as const;

const problemsOf = (changes: Record<string, string | undefined>): string[] => {
  const reading = readEnv({ ...LIVE, ...changes });
  return reading.problems ? reading.problems.map((problem) => problem.variable) : [];
};

describe("production refuses to start, naming the variable", () => {
  it("and starts where all is there", () => expect(problemsOf({})).toEqual([]));

  const required = ["DATABASE_URL", "NEXTAUTH_SECRET", "JAZZCASH_ENVIRONMENT", "JAZZCASH_MERCHANT_ID"];
  it.each([...required, "JAZZCASH_PASSWORD", "JAZZCASH_INTEGRITY_SALT"])("when %s is missing or empty", (name) => {
    expect(problemsOf({ [name]: undefined })).toContain(name);
    expect(problemsOf({ [name]: "" })).toContain(name);
    expect(problemsOf({ [name]: "  " })).toContain(name);
  });

  it.each([
    ["NEXTAUTH_SECRET", DEMO_SECRETS.NEXTAUTH_SECRET],
    ["CRON_SECRET", DEMO_SECRETS.CRON_SECRET],
    ["JAZZCASH_INTEGRITY_SALT", "simsalt001"],
    ["JAZZCASH_PASSWORD", "sim0pass01"],
    ["SITE_URL", "http://sauda.example"],
    ["SITE_URL", "https://sauda.example/shop"],
    ["JAZZCASH_BASE_URL", "http://gateway.example"],
    ["SAUDA_PROFILE", "demo"],
    ["SITE_URL", "notaurl"],
    ["DATABASE_URL", "mysql://db/sauda"],
    ["PORT", "eighty"],
    ["PAYMENT_EXPIRY_MINUTES", "4"],
    ["JAZZCASH_VOUCHER_HOURS", "73"],
    ["JAZZCASH_PASSWORD", "abcdefghij "],
    ["JAZZCASH_API", "newest"],
    ["RATE_LIMIT_FACTOR", "0"],
  ])("when %s is %s", (name, value) => expect(problemsOf({ [name]: value })).toEqual([name]));

  it("when the simulator is asked for anywhere but on this machine", () => {
    expect(problemsOf({ JAZZCASH_ENVIRONMENT: "simulator" })).toEqual(["JAZZCASH_ENVIRONMENT"]);
    expect(problemsOf({ JAZZCASH_ENVIRONMENT: "simulator", SITE_URL: "http://localhost:3000" })).toEqual([]);
  });

  it("when the generation has no sandbox and no address is given", () => {
    const sandbox = { JAZZCASH_ENVIRONMENT: "sandbox", JAZZCASH_API: "pgw" };
    expect(problemsOf(sandbox)).toEqual(["JAZZCASH_BASE_URL"]);
    expect(problemsOf({ ...sandbox, JAZZCASH_BASE_URL: "https://gateway.example" })).toEqual([]);
  });
});

it("AUTH_SECRET does as well, and the return address is built from SITE_URL alone", () => {
  const reading = readEnv({
    ...LIVE,
    NEXTAUTH_SECRET: undefined,
    AUTH_SECRET: "another secret",
    SITE_URL: "https://a.example/",
  });
  expect(reading.problems).toBeUndefined();
  expect("env" in reading && reading.env.jazzcash.returnUrl).toBe(
    "https://a.example/api/cart/payments/jazzcash/return/",
  );
  expect("derived" in reading && reading.derived.AUTH_URL).toBe("https://a.example");
});

it("outside production the simulator and its credentials are there by themselves", () => {
  const reading = readEnv({ NODE_ENV: "development" });
  expect("env" in reading && reading.env.jazzcash).toMatchObject({
    environment: "simulator",
    baseUrl: "http://127.0.0.1:4000",
    merchantId: "MC10001",
  });
});
