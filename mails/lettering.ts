import type { CSSProperties } from "react";
import type { Locale } from "@/lib/users/model";

const LATIN = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const NASTALIQ =
  "'Noto Nastaliq Urdu', 'Jameel Noori Nastaleeq', 'Urdu Typesetting', 'Noto Naskh Arabic', Tahoma, serif";

const INK = "#1b2138";
const SOFT = "#565d74";
const COBALT = "#23409c";
const PAPER = "#f8f6f2";
const RAISED = "#ffffff";
const LINE = "#dcd9d3";

/** Said once more for mail programs that know of dark mode; the others turn the colours by themselves. */
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper, .paper > table > tbody > tr > td { background-color: #14182a !important; color: #f2efe8 !important; }
  .sheet { background-color: #1d2237 !important; border-color: #3b415a !important; }
  .sheet h1, .sheet h2, .sheet p, .sheet th, .sheet td { color: #f2efe8 !important; }
  .sheet .soft { color: #b9bccb !important; }
  .sheet .line { border-color: #3b415a !important; }
  .sheet .link { color: #9db4ff !important; }
  .sheet .action { background-color: #9db4ff !important; color: #10142a !important; }
  .sheet .action span { color: #10142a !important; }
}`;

/** How a letter looks in its language. Mail programs know no logical properties, so the sides are chosen here. */
export function lettering(locale: Locale) {
  const isUrdu = locale === "ur";
  const [start, end] = isUrdu ? (["right", "left"] as const) : (["left", "right"] as const);
  const base: CSSProperties = {
    fontFamily: isUrdu ? NASTALIQ : LATIN,
    color: INK,
    fontSize: "16px",
    lineHeight: isUrdu ? "2.1" : "1.5",
    textAlign: start,
  };
  const cell: CSSProperties = {
    ...base,
    padding: "8px 0",
    borderTop: `1px solid ${LINE}`,
    verticalAlign: "top",
    fontWeight: 400,
  };
  const value: CSSProperties = { ...cell, textAlign: end, paddingInlineStart: "16px" };
  const small: CSSProperties = { ...base, fontSize: "14px", color: SOFT, margin: "16px 0 0", wordBreak: "break-word" };
  return {
    dir: isUrdu ? ("rtl" as const) : ("ltr" as const),
    dark: DARK,
    body: { margin: 0, padding: "16px 8px", backgroundColor: PAPER, ...base },
    sheet: {
      maxWidth: "560px",
      margin: "0 auto",
      padding: "24px",
      backgroundColor: RAISED,
      border: `1px solid ${LINE}`,
      borderRadius: "10px",
    },
    shop: { ...base, margin: 0, color: SOFT, fontWeight: 600 },
    title: { ...base, fontSize: "24px", lineHeight: isUrdu ? "1.9" : "1.3", fontWeight: 700, margin: "8px 0 16px" },
    subtitle: { ...base, fontSize: "18px", fontWeight: 700, margin: "24px 0 8px" },
    text: { ...base, margin: "0 0 12px" },
    actions: { padding: "8px 0 16px" },
    action: {
      ...base,
      display: "inline-block",
      backgroundColor: COBALT,
      color: "#ffffff",
      fontWeight: 600,
      textDecoration: "none",
      borderRadius: "10px",
      padding: "12px 20px",
    },
    table: { borderCollapse: "collapse", width: "100%" },
    label: { ...cell, color: SOFT },
    value,
    total: { ...cell, fontWeight: 700 },
    totalValue: { ...value, fontWeight: 700, whiteSpace: "nowrap" },
    small,
    link: { color: COBALT },
  } satisfies Record<string, CSSProperties | string>;
}
