import { expect, test } from "vitest";

process.env.TRUSTED_PROXY_HOPS = "2";
const { clientAddress } = await import("@/lib/http/client-address");

const seen = (forwarded: string) => clientAddress(new Headers({ "x-forwarded-for": forwarded }));

test("the address is the one that the outermost trusted proxy saw, whatever a client writes before it", () => {
  expect(seen("203.0.113.7, 10.0.0.1")).toBe("203.0.113.7");
  expect(seen("1.1.1.1, 2.2.2.2, 203.0.113.7, 10.0.0.1")).toBe("203.0.113.7");
});

test("where an entry is missing or no address, none is known", () => {
  for (const forwarded of ["203.0.113.7", "", "unknown, 10.0.0.1", "203.0.113.7:80, 10.0.0.1", "'; drop, 10.0.0.1"]) {
    expect(seen(forwarded)).toBeNull();
  }
  expect(clientAddress(new Headers())).toBeNull();
});

test("an IPv6 subscriber is one network, however an address in it is written", () => {
  expect(seen("2001:db8:0:1::5, ::1")).toBe("2001:db8:0:1::/64");
  expect(seen("2001:0DB8:0000:0001:ffff:0:0:1, ::1")).toBe("2001:db8:0:1::/64");
  expect(seen("2001:db8::7, ::1")).toBe("2001:db8:0:0::/64");
  expect(seen("::ffff:203.0.113.7, ::1")).toBe("203.0.113.7");
});
