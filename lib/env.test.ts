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
    ["JAZZCASH_MERCHANT_MPIN", "12a4"],
    ["JAZZCASH_MERCHANT_MPIN", "123"],
    ["JAZZCASH_SUB_MERCHANT_NAME", "Sauda Shop"],
    ["JAZZCASH_INTEGRITY_SALT_PREVIOUS", "simsalt001"],
    ["JAZZCASH_API", "newest"],
    ["RATE_LIMIT_FACTOR", "0"],
    ["SMTP_URL", "mail.example"],
    ["SMTP_URL", "https://mail.example"],
    ["MAIL_FROM", "the shop"],
    ["MAIL_FROM", "Shop <shop@sauda.example>\nBcc: all@sauda.example"],
    ["SMS_URL", "tel:+92300"],
    ["S3_ENDPOINT", "bucket.example"],
  ])("when %s is %s", (name, value) => expect(problemsOf({ [name]: value })).toEqual([name]));

  const copied = ["JAZZCASH_MERCHANT_ID", "JAZZCASH_PASSWORD", "JAZZCASH_INTEGRITY_SALT"];
  const blanks = [" ", "\t", "\n", "\r\n", "\u00a0", "\ufeff"];
  it.each([...copied, "JAZZCASH_INTEGRITY_SALT_PREVIOUS", "JAZZCASH_MERCHANT_MPIN", "JAZZCASH_SUB_MERCHANT_NAME"])(
    "when %s has more to it than was copied: a blank at either end, quotation marks, what cannot be signed",
    (name) => {
      const value = name === "JAZZCASH_MERCHANT_MPIN" ? "8642" : "abcdefgh";
      expect(problemsOf({ [name]: value })).toEqual([]);
      for (const blank of blanks) {
        expect(problemsOf({ [name]: `${value}${blank}` })).toEqual([name]);
        expect(problemsOf({ [name]: `${blank}${value}` })).toEqual([name]);
      }
      for (const wrong of [`"${value}"`, `'${value}'`, `${value}\u200b`, `${value}&${value}`, `${value}é`]) {
        expect(problemsOf({ [name]: wrong })).toEqual([name]);
      }
    },
  );

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

describe("a configuration that contradicts itself is refused in every mode of the shop", () => {
  const at = (environment: string, host: string, api = "legacy", mode = "production") =>
    problemsOf({
      NODE_ENV: mode,
      JAZZCASH_ENVIRONMENT: environment,
      JAZZCASH_API: api,
      JAZZCASH_BASE_URL: `https://${host}`,
      ...(environment === "simulator" && { SITE_URL: "http://localhost:3000" }),
    });
  const REFUSED = ["JAZZCASH_BASE_URL"];

  it.each(["production", "development", "test"])("as %s: true money at a sandbox, or the other way about", (mode) => {
    for (const host of ["sandbox.jazzcash.com.pk", "testpayments.jazzcash.com.pk", "SANDBOX.jazzcash.com.pk."]) {
      expect(at("production", host, "legacy", mode)).toEqual(REFUSED);
      expect(at("sandbox", host, "legacy", mode)).toEqual([]);
    }
    for (const host of ["payments.jazzcash.com.pk", "payments.jazzcash.com.pk:8443/somewhere"]) {
      expect(at("sandbox", host, "legacy", mode)).toEqual(REFUSED);
      expect(at("production", host, "legacy", mode)).toEqual([]);
    }
    expect(at("sandbox", "pgw.jazzcash.com.pk", "pgw", mode)).toEqual(REFUSED);
    expect(at("production", "pgw.jazzcash.com.pk", "pgw", mode)).toEqual([]);
  });

  it("the simulator's credentials never go to a host of JazzCash", () => {
    for (const host of ["sandbox", "payments", "pgw"].map((name) => `${name}.jazzcash.com.pk`)) {
      expect(at("simulator", host)).toEqual(REFUSED);
    }
    expect(at("simulator", "onlinepayments.jazzcash.com.pk", "orchestrator")).toEqual(REFUSED);
    expect(at("simulator", "localhost:4000")).toEqual([]);
  });

  it("the orchestrator's paths go with its own host alone, and that serves sandbox and production alike", () => {
    for (const environment of ["sandbox", "production"]) {
      expect(at(environment, "onlinepayments.jazzcash.com.pk", "orchestrator")).toEqual([]);
      expect(at(environment, "onlinepayments.jazzcash.com.pk", "legacy")).toEqual(REFUSED);
      expect(at(environment, "onlinepayments.jazzcash.com.pk", "pgw")).toEqual(REFUSED);
    }
    expect(at("production", "payments.jazzcash.com.pk", "orchestrator")).toEqual(REFUSED);
    expect(at("sandbox", "sandbox.jazzcash.com.pk", "orchestrator")).toEqual(REFUSED);
    expect(at("production", "gateway.example", "orchestrator")).toEqual([]);
  });

  it("a salt that everybody knows is accepted nowhere beside one of the shop's own", () => {
    const previous = (environment: string, salt: string, mode: string) =>
      problemsOf({
        NODE_ENV: mode,
        JAZZCASH_ENVIRONMENT: environment,
        JAZZCASH_INTEGRITY_SALT: salt,
        JAZZCASH_INTEGRITY_SALT_PREVIOUS: "simsalt001",
        SITE_URL: environment === "simulator" ? "http://localhost:3000" : LIVE.SITE_URL,
      });
    for (const mode of ["production", "development"]) {
      expect(previous("sandbox", "0123456789", mode)).toEqual(["JAZZCASH_INTEGRITY_SALT_PREVIOUS"]);
      expect(previous("production", "0123456789", mode)).toEqual(["JAZZCASH_INTEGRITY_SALT_PREVIOUS"]);
      expect(previous("simulator", "0123456789", mode)).toEqual([]);
      expect(previous("sandbox", "simsalt001", mode)).toEqual([]);
    }
    expect(problemsOf({ JAZZCASH_INTEGRITY_SALT_PREVIOUS: LIVE.JAZZCASH_INTEGRITY_SALT })).toEqual([]);
  });
});

it("the commands that need no gateway run where only its environment is named", () => {
  const reading = readEnv({
    NODE_ENV: "development",
    DATABASE_URL: LIVE.DATABASE_URL,
    JAZZCASH_ENVIRONMENT: "production",
  });
  expect("env" in reading && reading.env.jazzcash).toMatchObject({ environment: "production", salt: "" });
});

it("a store for pictures is described whole or not at all", () => {
  const store = {
    S3_ENDPOINT: "https://s3.example/",
    S3_BUCKET: "sauda",
    S3_REGION: "auto",
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
  };
  const reading = readEnv({ ...LIVE, ...store });
  expect("env" in reading && reading.env.pictureStore).toMatchObject({ endpoint: "https://s3.example" });
  for (const name of Object.keys(store)) expect(problemsOf({ ...store, [name]: undefined })).toEqual([name]);
});

it("an empty previous salt is no salt", () => {
  for (const previous of [undefined, "", " ", "\t\n"]) {
    const reading = readEnv({ ...LIVE, JAZZCASH_INTEGRITY_SALT_PREVIOUS: previous });
    expect("env" in reading && reading.env.jazzcash.previousSalt).toBeNull();
  }
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
