import type { Hono } from "hono";
import { inquiryFields, refusedInquiryFields, type InquiryVersion } from "../answer-fields";
import { PATHS, type GatewayPath } from "../paths";
import { refusal } from "../response-codes";
import { inquirySchema } from "../schemas";
import type { Simulator } from "../simulator";
import { restEndpoint } from "./rest-endpoint";

/** pp_ResponseCode says whether the question could be answered, the payment's own code what became of the money. */
export function inquiryRoutes(app: Hono, simulator: Simulator): void {
  const register = (version: InquiryVersion, paths: readonly GatewayPath[]) =>
    restEndpoint(app, simulator, {
      target: "inquiry",
      paths,
      schema: inquirySchema,
      answer: async (fields) => {
        const transaction = simulator.store.find(fields.pp_TxnRefNo ?? "");
        return transaction ? inquiryFields(version, transaction) : { refused: refusal("109") };
      },
      refused: (refused) => refusedInquiryFields(version, refused),
    });
  register("v1", PATHS.inquiryV1);
  register("v2", PATHS.inquiryV2);
}
