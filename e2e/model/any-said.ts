import { type Arbitrary, boolean, constant, constantFrom, oneof, record } from "fast-check";
import {
  AFTER_SALE_CODES,
  DECLINED_CODES,
  INQUIRY_SAYS,
  type InquirySays,
  PAID_CODES,
  PENDING_CODES,
  type RefundSays,
  VOUCHER_CODE,
  type WalletSays,
} from "@/e2e/model/said";

type Weighed<T> = { weight: number; arbitrary: Arbitrary<T> };

export const often = <T>(weight: number, arbitrary: Arbitrary<T>): Weighed<T> => ({ weight, arbitrary });

/** So many times as often the one as any of the others. */
export const usually = <const T>(weight: number, usual: T, others: Arbitrary<T>): Arbitrary<T> =>
  oneof(often(weight, constant(usual)), often(1, others));

const SILENT_BUT_QUICK = ["cut", "status_500", "html", "broken_body", "unsigned"] as const;

export const anyInquiryWords: Arbitrary<InquirySays> = oneof(
  often(10, constant("truth" as const)),
  often(10, constantFrom(...INQUIRY_SAYS.filter((says) => says !== "hang"))),
);
export const anyRefundWords: Arbitrary<RefundSays> = oneof(
  often(3, constant<RefundSays>({ isDone: true, answer: "clear" })),
  often(
    4,
    record({
      isDone: boolean(),
      answer: constantFrom("clear", "121", "131", "199", "157", "another_amount", ...SILENT_BUT_QUICK),
    }),
  ),
);
export const anyQuickWalletWords: Arbitrary<WalletSays> = oneof(
  often(3, constant<WalletSays>({ isCharged: true, answer: "clear" })),
  often(
    5,
    record({
      isCharged: boolean(),
      answer: constantFrom("clear", "declined", "157", "999", "another_amount", "another_payment", ...SILENT_BUT_QUICK),
    }),
  ),
);
export const anyWalletWords: Arbitrary<WalletSays> = oneof(
  often(35, anyQuickWalletWords),
  often(1, constant<WalletSays>({ isCharged: false, answer: "held" })), // the shop waits a whole second for it
);

export const anyCode = oneof(
  often(8, constantFrom(...PAID_CODES)),
  often(3, constantFrom(...DECLINED_CODES)),
  often(3, constantFrom(...PENDING_CODES)),
  often(2, constant(VOUCHER_CODE)),
  often(1, constantFrom(...AFTER_SALE_CODES)),
);
