import type { APIRequestContext, Page } from "@playwright/test";
import { expect } from "./shopper";

type Order = { id: number; order_number: string; total_amount: string };

const PLACE = {
  customer_name: "Bilal Ahmed",
  customer_phone: "03001234567",
  shipping_province: "punjab",
  shipping_city: "Multan",
  shipping_area: "Gulgasht",
  shipping_address: "House 5, near the blue mosque",
};

/** An order of the person whose browser this is, of these item codes, one piece each. */
export async function orderOf(page: Page, ...itemCodes: string[]): Promise<Order> {
  for (const product_item_code of itemCodes) {
    const added = await page.request.post("/api/cart/cart/add_item/", { data: { product_item_code } });
    expect(added.ok()).toBe(true);
  }
  const placed = await page.request.post("/api/cart/orders/", { data: PLACE });
  expect(placed.status()).toBe(201);
  return (await placed.json()).order;
}

/** Item codes of things that can be had, so many. */
export async function itemCodes(request: APIRequestContext, count: number): Promise<string[]> {
  const shelf = await (await request.get("/api/products/?page_size=100")).json();
  const inStock = shelf.results.filter((product: { stock: number }) => product.stock > 25);
  return inStock.slice(0, count).map((product: { item_code: string }) => product.item_code);
}

export async function payByCash(page: Page, order: Order): Promise<{ payment_id: number; transaction_id: string }> {
  const data = { order_id: order.id, payment_method: "cash_on_delivery" };
  const initiated = await page.request.post("/api/cart/payments/initiate/", { data });
  expect(initiated.status()).toBe(200);
  return initiated.json();
}

export async function signInTo(request: APIRequestContext, email: string, password: string): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password };
  await request.post("/api/auth/callback/credentials", { form, maxRedirects: 0 });
}

/** Staff take the courier's cash and bring the order to its end. */
export async function deliverPaid(staff: APIRequestContext, order: Order, paymentId: number): Promise<void> {
  await signInTo(staff, "admin@example.com", "admin-demo-1");
  const recorded = await staff.post(`/api/cart/payments/${paymentId}/record-cash/`, { data: {} });
  expect(recorded.status()).toBe(200);
  for (const status of ["in_progress", "shipped", "delivered"]) {
    const moved = await staff.patch(`/api/cart/orders/${order.id}/update_status/`, { data: { status } });
    expect(moved.status()).toBe(200);
  }
}
