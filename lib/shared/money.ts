/** An amount of money: a whole number of paisa (a hundredth of a rupee), exact up to 90 trillion rupees. */
export type Paisa = number & { readonly unit: "paisa" };

export const ZERO = 0 as Paisa;

/** Throws on what is no exact amount: a fraction of a paisa, or beyond what a number holds exactly. */
export function paisa(amount: number): Paisa {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of paisa`);
  return amount as Paisa;
}

export const addPaisa = (...amounts: Paisa[]): Paisa => paisa(amounts.reduce((sum, amount) => sum + amount, 0));

export const timesPaisa = (amount: Paisa, count: number): Paisa => paisa(amount * count);

/** The API's form: rupees with two places, `"1500.00"`. */
export function formatAmount(amount: Paisa): string {
  const digits = Math.abs(amount).toString().padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Reads `"1500"`, `"1500.5"` and `"1500.00"`; null for everything else. */
export function readAmount(text: string): Paisa | null {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text);
  return match ? paisa(Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"))) : null;
}

/** The same of what may be below nothing, as the API writes it: `"-499.00"`. */
export function readSignedAmount(text: string): Paisa | null {
  const amount = readAmount(text.replace(/^-/, ""));
  return amount !== null && text.startsWith("-") ? paisa(0 - amount) : amount;
}

/** The form on pages: `Rs 1,500`, and `Rs 249.50` where there are paisa; `Rs −499` below nothing. */
export function formatRupees(amount: Paisa): string {
  const [rupees = "", cents = ""] = formatAmount(paisa(Math.abs(amount))).split(".");
  return `Rs ${amount < 0 ? "−" : ""}${rupees.replace(/\B(?=(\d{3})+$)/g, ",")}${cents === "00" ? "" : `.${cents}`}`;
}
