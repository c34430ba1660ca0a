import type { InitiatedPaymentView } from "@/lib/payments/schemas";

/** Somebody who pays at the simulator: opens its page with the shop's form, presses a button, is sent back. */
export class SimulatedPayer {
  constructor(private readonly simulator: string) {}

  setClock = (offset_ms: number): Promise<void> => this.control("clock", { offset_ms });

  setState = (reference: string, state: string): Promise<void> => this.control("state", { reference, state });

  /** Opens the hosted page, as the browser does with the shop's form. */
  async open({ jazzcash_payment_url, form_data }: InitiatedPaymentView): Promise<string> {
    return post(jazzcash_payment_url ?? "", form_data ?? {});
  }

  /** Presses a button of the page and carries the signed answer back to the shop. */
  async press(payment: InitiatedPaymentView, choice: "pay" | "decline" | "counter"): Promise<void> {
    const page = await this.open(payment);
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? "";
    const back = await post(new URL(action, this.simulator).href, { reference: payment.transaction_id, choice });
    const returnUrl = /<form[^>]*action="([^"]+)"/.exec(back)?.[1] ?? "";
    const inputs = back.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    await post(returnUrl, Object.fromEntries([...inputs].map(([, name, value]) => [name ?? "", value ?? ""])));
  }

  private async control(what: string, input: object): Promise<void> {
    const response = await fetch(`${this.simulator}/_control/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(`the simulator refused ${what}: ${await response.text()}`);
  }
}

async function post(url: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  if (response.status >= 400) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return response.text();
}
