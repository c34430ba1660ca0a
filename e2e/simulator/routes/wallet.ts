import type { Hono } from "hono";
import { outcomeOf, refusedOutcome, returnFields, walletFields } from "../answer-fields";
import { checkPurchase } from "../check-request";
import { decline, issueVoucher, takeMoney } from "../end-transaction";
import { isWellFormed } from "../field-grammar";
import type { Fields } from "../hash";
import { announce } from "../notification";
import { openTransaction } from "../open-transaction";
import { PATHS } from "../paths";
import { invalidField, refusal, type Refusal } from "../response-codes";
import { directSchema, WALLET_V2_SCHEMA } from "../schemas";
import type { Simulator } from "../simulator";
import type { Generation, Transaction } from "../transaction";
import { walletVerdict } from "../wallet-numbers";
import { restEndpoint } from "./rest-endpoint";

/** Wallet calls hold until the payer has typed the MPIN, or would have; the older path makes vouchers too. */
export function walletRoutes(app: Hono, simulator: Simulator): void {
  const purchase = (fields: Fields, generation: Generation): Refusal | null => {
    const refused = checkPurchase(fields, generation, simulator.settings, simulator.store.now());
    return refused ?? (simulator.store.find(fields.pp_TxnRefNo ?? "") ? invalidField("pp_TxnRefNo") : null);
  };

  restEndpoint(app, simulator, {
    target: "wallet",
    paths: PATHS.walletV2,
    schema: () => WALLET_V2_SCHEMA,
    answer: async (fields, generation) => {
      const refused = purchase(fields, generation);
      if (refused) return { refused };
      const transaction = openTransaction(simulator, fields, generation, "wallet_v2");
      await askPayer(simulator, transaction, fields.pp_MobileNumber ?? "", fields.pp_CNIC ?? null);
      return walletFields(fields, outcomeOf(transaction));
    },
    refused: (refused, fields) => walletFields(fields, refusedOutcome(refused, fields)),
  });

  restEndpoint(app, simulator, {
    target: "wallet",
    paths: PATHS.direct,
    schema: directSchema,
    answer: async (fields, generation) => {
      const refused = purchase(fields, generation) ?? checkDirect(simulator, fields, generation);
      if (refused) return { refused };
      const transaction = openTransaction(simulator, fields, generation, "wallet_v1");
      if (fields.pp_TxnType === "OTC") issueVoucher(simulator, transaction);
      else await askPayer(simulator, transaction, fields.ppmpf_1 ?? "", null);
      return returnFields(fields, outcomeOf(transaction));
    },
    refused: (refused, fields) => returnFields(fields, refusedOutcome(refused, fields)),
  });
}

function checkDirect({ settings }: Simulator, fields: Fields, generation: Generation): Refusal | null {
  if (fields.pp_TxnType !== "MWALLET" && fields.pp_TxnType !== "OTC") return invalidField("pp_TxnType");
  if (!isWellFormed("pp_MobileNumber", fields.ppmpf_1 ?? "")) return invalidField("ppmpf_1");
  const { subMerchantName } = settings;
  if (generation === "portal" && subMerchantName !== null && fields.pp_SubMerchantName !== subMerchantName) {
    return refusal("115", "Hash Mismatch");
  }
  return null;
}

async function askPayer(simulator: Simulator, transaction: Transaction, number: string, cnic: string | null) {
  const { walletDelayMs, walletSlowMs, walletLaterMs } = simulator.settings;
  const verdict = walletVerdict(number, cnic);
  const slow = verdict.kind === "paid" && verdict.after === "long";
  if (!(await simulator.wait(slow ? walletSlowMs : walletDelayMs))) return;
  if (transaction.state !== "pending") return;
  switch (verdict.kind) {
    case "paid":
      takeMoney(simulator, transaction);
      return announce(simulator, transaction);
    case "declined":
      decline(simulator, transaction, verdict.code);
      return announce(simulator, transaction);
    case "pending":
      if (verdict.paidLater) void approveLater(simulator, transaction, walletLaterMs);
  }
}

async function approveLater(simulator: Simulator, transaction: Transaction, milliseconds: number): Promise<void> {
  if (!(await simulator.wait(milliseconds)) || transaction.state !== "pending") return;
  takeMoney(simulator, transaction);
  await announce(simulator, transaction);
}
