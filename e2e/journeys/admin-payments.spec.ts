import { AxeBuilder } from "@axe-core/playwright";
import { aCashPayment, signInAs } from "./back-office";
import { orderOf } from "./orders-by-api";
import { atJazzCash, database, expect, signUp, test, title } from "./shopper";

test("money is given back in part from the page, by pieces and by an amount, never more than is left", async ({
  page,
  failures,
}) => {
  const { order, payment } = await aCashPayment(page);
  await signInAs(page, "admin");
  expect((await page.request.post(`/api/cart/payments/${payment.payment_id}/record-cash/`, { data: {} })).ok()).toBe(
    true,
  );
  await page.goto(`/admin/payments?search=${order.order_number}`);
  await page.getByRole("link", { name: payment.transaction_id }).click();
  await title(page, `Payment ${payment.transaction_id}`);
  const refund = page.getByRole("button", { name: "Refund" });
  const amount = page.getByRole("textbox", { name: "Amount" });
  const reason = page.getByRole("textbox", { name: "Reason" });

  await amount.fill("1,000,000");
  await refund.click();
  await expect(page.getByText("This is needed.")).toBeVisible();
  await reason.fill("One of them came broken");
  await refund.click();
  await expect(page.getByRole("alert").filter({ hasText: "more than is left" })).toBeVisible();
  await expect(amount).toHaveValue("1,000,000");
  await amount.clear();
  await page.getByText("Work the amount out from pieces").click();
  await page.getByRole("spinbutton", { name: /^Pieces of/ }).fill("1");
  await refund.click();
  await expect(page.getByRole("status").filter({ hasText: "The money is given back." })).toBeVisible();
  await expect(page.getByText("Rs 1,500 in cash went back to the customer.")).toBeVisible();

  await amount.fill("Rs 500");
  await reason.fill("For the trouble");
  await refund.click();
  await expect(page.getByText("“For the trouble”").first()).toBeVisible();
  const { refunded_amount } = await (await page.request.get(`/api/cart/orders/${order.id}/`)).json();
  expect(refunded_amount).toBe("2000.00");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(failures).toEqual([]);
});

test("a payment that nobody has told of is asked about now, and its messages are read again", async ({
  page,
  failures,
}) => {
  await signUp(page);
  const order = await orderOf(page, "FG001");
  const data = { order_id: order.id, payment_method: "jazzcash" };
  const { transaction_id } = await (await page.request.post("/api/cart/payments/initiate/", { data })).json();
  await page.goto(`/payments/${transaction_id}/pay`);
  await atJazzCash(page, "Pay but never return");
  await expect(page.getByRole("button", { name: "Pay but never return" })).toBeHidden();
  await signInAs(page, "staff");
  await page.goto(`/admin/payments?search=${transaction_id.toLowerCase()}`);
  await page.getByRole("link", { name: transaction_id }).click();
  await page.getByRole("button", { name: "Ask JazzCash now" }).click();
  await expect(page.getByRole("status").filter({ hasText: "JazzCash has answered" })).toBeVisible();
  await expect(page.getByText("the payment is complete").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Refund" })).toHaveCount(0);

  const sql = database();
  await sql`insert into payment_events (payment_id, transaction_id, channel, is_outgoing, fields, decision, created_at)
    select id, transaction_id, 'callback', false, ${sql.json({ pp_TxnRefNo: transaction_id, pp_SecureHash: "masked:64" })},
      'gateway_paid: nothing changes', now() from payments where transaction_id = ${transaction_id}`;
  await sql.end();
  await page.reload();
  await page
    .getByRole("button", { name: /^Replay/ })
    .last()
    .click();
  await expect(page.getByRole("status").filter({ hasText: "read once more and refused" })).toBeVisible();
  expect(failures).toEqual([]);
});
