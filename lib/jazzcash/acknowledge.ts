import type { JazzCashConfig } from "@/lib/jazzcash/config";
import { signRequest } from "@/lib/jazzcash/sign-request";

/** What JazzCash wants to hear when a notice has been taken in, signed over its own fields (IPN guide 2026). */
export const acknowledge = (config: JazzCashConfig) =>
  signRequest({ pp_ResponseCode: "000", pp_ResponseMessage: "IPN received successfully" }, config.salt);
