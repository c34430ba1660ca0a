import { isIPv4, isIPv6 } from "node:net";
import { env } from "@/lib/env";

/**
 * Where a request comes from, as the trusted proxies tell it: each adds the address that it saw at the right, so the
 * n-th from the right was written by the outermost of n. Null where no proxy is trusted or none of this is an address.
 */
export function clientAddress(headers: Headers): string | null {
  const hops = env().trustedProxyHops;
  if (hops === 0) return null;
  const seen = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const address = (seen.at(-hops) ?? "").toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (isIPv4(address)) return address;
  return isIPv6(address) ? networkOf(address) : null;
}

// One subscriber has a whole /64 of addresses to try from.
function networkOf(address: string): string {
  const [left = "", right] = address.split("::");
  const groups = left.split(":").filter(Boolean);
  const missing = right === undefined ? 0 : 8 - groups.length - right.split(":").filter(Boolean).length;
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill("0"), ...(right ?? "").split(":")];
  return `${all
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
