import { expect, test } from "vitest";
import { testDatabase } from "@/db/test-database";
import { aGuest, aLine, orderInput } from "@/db/test-fixtures";
import { placeOrder } from "@/lib/orders/place-order";
import { TrackOrderQuery } from "@/lib/orders/schemas";
import { trackOrder } from "@/lib/orders/track-order";
import { initiatePayment } from "@/lib/payments/initiate-payment";

const { db } = testDatabase();

async function anOrderOf(customer_phone: string) {
  const guest = await aGuest(db);
  await aLine(guest);
  const order = await placeOrder(guest, orderInput({ customer_name: "Bilal Ahmed", customer_phone }));
  await initiatePayment(guest, { order_id: order.id, payment_method: "cash_on_delivery" });
  return order;
}

const track = (order_number: string, phone: string) =>
  trackOrder({ db }, TrackOrderQuery.parse({ order_number, phone }));
const refused = { code: "order_not_found", status: 404 };

test("number and phone show how far the order is, and nothing of whom it is", async () => {
  const { order_number, created_at } = await anOrderOf("03001234567");
  const seen = await track(order_number, "03001234567");
  expect(seen).toEqual({
    order_number,
    status: "confirmed",
    payment_status: "unpaid",
    status_history: [
      { from_status: null, to_status: "pending", created_at },
      { from_status: "pending", to_status: "confirmed", created_at },
    ],
    courier: "",
    tracking_number: "",
    created_at,
  });
});

test("phones are the same by their last ten digits, however they are written", async () => {
  const { order_number } = await anOrderOf("0300 1234567");
  for (const phone of ["3001234567", "+92 300 1234567", "0092-300-1234567", "(0300) 123-4567", "۰۳۰۰۱۲۳۴۵۶۷"]) {
    expect(await track(order_number, phone)).toMatchObject({ order_number });
  }
});

test("the number may be written in small letters, with blanks, without its dashes", async () => {
  const { order_number } = await anOrderOf("03001234567");
  const forms = [
    order_number.toLowerCase(),
    ` ${order_number} `,
    order_number.replaceAll("-", ""),
    order_number.replaceAll("-", " - "),
  ];
  for (const form of forms) expect(await track(form, "03001234567")).toMatchObject({ order_number });
});

test("another phone, another number, less than a phone: the same refusal in the same words", async () => {
  const { order_number } = await anOrderOf("03001234567");
  const wrong = [
    [order_number, "03001234568"],
    [order_number, "1234567"],
    [order_number, "phone"],
    ["ORD-AAAAAAAA-20261125", "03001234567"],
    ["nothing", "03001234567"],
  ] as const;
  for (const [number, phone] of wrong) {
    await expect(track(number, phone)).rejects.toMatchObject({
      ...refused,
      message: "No order has this number and this phone.",
    });
  }
});

test("an order without a phone is found by none", async () => {
  const { order_number } = await anOrderOf("");
  for (const phone of ["0", "0000000000", "-"]) await expect(track(order_number, phone)).rejects.toMatchObject(refused);
});
