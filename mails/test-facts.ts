import { NOON, later } from "@/db/test-fixtures";
import type { LetterFacts } from "@/lib/messages/find-letter-facts";
import { isOfOrder, type MessageKind } from "@/lib/messages/model";
import { paisa } from "@/lib/shared/money";
import type { Locale } from "@/lib/users/model";

export const HOUSE = { siteUrl: "https://sauda.example", paymentExpiryMinutes: 60 };
export const TOKEN = "T".repeat(43);

type Standing = {
  paymentStatus?: "unpaid" | "paid" | "refunded";
  status?: "pending" | "confirmed" | "shipped" | "cancelled";
  method?: "jazzcash" | "cash_on_delivery";
  cancelledBy?: string | null;
  isSurplus?: boolean;
  isGuest?: boolean;
  way?: "card" | "cash";
};

/** What a message about an order of two things for Rs 24,691 would be written from. */
export function factsOf(kind: MessageKind, locale: Locale, standing: Standing = {}): LetterFacts {
  const { paymentStatus = "unpaid", status = "pending", method = "jazzcash", cancelledBy = null } = standing;
  const { isSurplus = false, isGuest = false, way = "card" } = standing;
  const isOfAccount = !isOfOrder(kind);
  const isTaken = paymentStatus !== "unpaid" || isSurplus;
  const total = paisa(2_469_100);
  const ids = { userId: 3, orderId: isOfAccount ? null : 12, paymentId: isOfAccount ? null : 34, refundId: null };
  const account = { token: TOKEN, name: "عائشہ Khan", expires_at: later(NOON, 30).toISOString(), count: "3" };
  const times = { createdAt: NOON, updatedAt: NOON, completedAt: null };
  const line = { orderId: 12, productItemCode: "FG001", quantity: 2, unitPricePaisa: paisa(1_234_550) };
  return {
    message: {
      id: 7,
      kind,
      event: `${kind}:12`,
      channel: "mail",
      recipient: "ayesha@example.com",
      locale,
      ...ids,
      details: isOfAccount ? account : { text: "We call you at six." },
      tries: 1,
      nextTryAt: NOON,
      lastError: "",
      createdAt: NOON,
      sentAt: null,
      givenUpAt: null,
    },
    order: isOfAccount
      ? null
      : {
          id: 12,
          userId: 3,
          orderNumber: "ORD-ABCDEFGH-20261125",
          status,
          paymentStatus,
          itemsPaisa: total,
          deliveryPaisa: paisa(0),
          discountPaisa: paisa(0),
          totalPaisa: total,
          paidPaisa: isTaken && !isSurplus ? total : paisa(0),
          refundedPaisa: paymentStatus === "refunded" ? total : paisa(0),
          discountCodeId: null,
          locale,
          customerName: "عائشہ Khan",
          customerPhone: "03001234567",
          customerEmail: "ayesha@example.com",
          shippingProvince: "Punjab",
          shippingArea: "",
          shippingAddress: "House 5, near the blue mosque",
          shippingCity: "Multan",
          shippingPostalCode: "",
          notes: "Ring twice",
          courier: "TCS",
          trackingNumber: "779412001",
          calledAt: null,
          calledBy: null,
          cancelledBy,
          ...times,
          isGuest,
          items: [
            { id: 1, productId: 1, returned: 0, productName: "Blue <b>Vase</b>", productNameUr: "نیلا گلدان", ...line },
          ],
        },
    payment: isOfAccount
      ? null
      : {
          id: 34,
          orderId: 12,
          transactionId: "T261125120000ABCDEFG",
          paymentMethod: method,
          amountPaisa: total,
          acceptedPaisa: null,
          refundedPaisa: paisa(0),
          status: isTaken ? "completed" : "pending",
          isSurplus,
          giveBackWantedAt: null,
          settledAt: null,
          responseCode: "402",
          responseMessage: "",
          gatewayReference: null,
          gatewayTxnType: null,
          voucherNumber: kind === "voucher_given" ? "261125400001" : null,
          calledPending: false,
          lastInquiredAt: null,
          inquiryCount: 0,
          inquiryWantedAt: null,
          unknownCount: 0,
          unknownAt: null,
          confirmedAt: null,
          sentExpiresAt: null,
          notes: "",
          endedAt: null,
          expiresAt: later(NOON, 24 * 60),
          ...times,
          completedAt: isTaken ? NOON : null,
        },
    refund:
      kind === "refund_completed"
        ? {
            id: 5,
            paymentId: 34,
            amountPaisa: total,
            status: "completed",
            way,
            reason: "",
            actor: "user:1",
            gatewayCode: null,
            gatewayMessage: null,
            lastInquiredAt: null,
            inquiryCount: 0,
            ...times,
            completedAt: NOON,
          }
        : null,
    isSucceeded: false,
  };
}
