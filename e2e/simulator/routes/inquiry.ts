import type { Hono } from "hono";
import { inquiryFields, refusedInquiryFields, type InquiryVersion } from "../answer-fields";
import { inquiryVerdict } from "../inquiry-verdict";
import { PATHS, type GatewayPath } from "../paths";
import { refusal } from "../response-codes";
import { inquirySchema } from "../schemas";
import type { Simulator } from "../simulator";
import type { Generation } from "../transaction";
import { restEndpoint } from "./rest-endpoint";

/** pp_ResponseCode says whether the question could be answered, the payment's own code what became of the money. */
export function inquiryRoutes(app: Hono, simulator: Simulator): void {
  const { settings, store } = simulator;

  const register = (version: InquiryVersion, paths: readonly GatewayPath[]) => {
    const shape = (generation: Generation) => (generation === "portal" ? settings.portalInquiry : version);
    restEndpoint(app, simulator, {
      target: "inquiry",
      paths,
      schema: inquirySchema,
      answer: async (fields, generation) => {
        const transaction = store.find(fields.pp_TxnRefNo ?? "");
        if (!transaction) return { refused: refusal("109") };
        return inquiryFields(shape(generation), transaction, inquiryVerdict(transaction, settings, store.now()));
      },
      refused: (refused, _, generation) => refusedInquiryFields(shape(generation), refused),
    });
  };
  register("v1", PATHS.inquiryV1);
  register("v2", PATHS.inquiryV2);
}
