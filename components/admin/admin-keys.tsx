"use client";

import { useEffect } from "react";

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;

/** What `/` leads to: the page's search, else the first of what narrows its list down, else the first that can be put in. */
const SEARCHES = [
  '[type="search"]',
  'form[action^="/"] :is(select, input:not([type="hidden"]))',
  "nav a",
  "summary, input:not([type='hidden'])",
];

function search(): void {
  for (const one of SEARCHES) {
    const found = document.querySelector<HTMLElement>(`main :is(${one})`);
    if (found) return found.focus();
  }
}

/** The links that open the page's rows; where rows are changed in their place, the rows themselves. */
function rowsHere(): HTMLElement[] {
  const links = [...document.querySelectorAll<HTMLElement>("main [data-row]")];
  return links.length > 0 ? links : [...document.querySelectorAll<HTMLElement>("main .stacked > tbody > tr")];
}

/** Moves from row to row of the page's tables; Enter on a link opens it anyway. */
function moveBy(step: 1 | -1): void {
  const rows = rowsHere();
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
  if (next && next.tabIndex < 0) next.tabIndex = -1;
  next?.focus();
}

/** `/` searches, `j` and `k` move, Enter goes into a row that is changed in its place. */
export function AdminKeys() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (event.key === "/") search();
      else if (event.key === "j") moveBy(1);
      else if (event.key === "k") moveBy(-1);
      else if (event.key === "Enter" && event.target instanceof HTMLTableRowElement) {
        event.target.querySelector<HTMLElement>("input:not([type='hidden']), button")?.focus();
      } else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
