"use client";

import { type RefObject, useEffect } from "react";

const isKept = (field: Element): field is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  (field instanceof HTMLInputElement && !["hidden", "checkbox"].includes(field.type) && field.name !== "cnic_last6") ||
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLSelectElement;

/** What was typed comes back when the visitor does, until the tab is closed; secrets are never kept. */
export function useKeptTyping(form: RefObject<HTMLFormElement | null>, key: string, onRestored: () => void) {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    if (restore(element, key)) onRestored();
    const keep = () => {
      const typed = [...element.elements].filter(isKept).map(({ name }) => name);
      const data = new FormData(element);
      write(key, JSON.stringify(Object.fromEntries(typed.map((name) => [name, data.get(name)]))));
    };
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form is there
  }, [form, key]);
}

/** Tells whether the form differs from how it was sent. What was typed before the page was ready is newer, and stays. */
function restore(form: HTMLFormElement, key: string): boolean {
  const kept: Record<string, unknown> = JSON.parse(read(key) ?? "{}");
  let isChanged = false;
  for (const field of [...form.elements].filter(isKept)) {
    const isTouched = !(field instanceof HTMLSelectElement) && field.value !== field.defaultValue;
    if (isTouched) isChanged = true;
    const value = kept[field.name];
    if (typeof value !== "string") continue;
    if (field instanceof HTMLInputElement && field.type === "radio") {
      if (field.value !== value || field.checked) continue;
      field.checked = true;
    } else {
      if (isTouched || field.value === value) continue;
      field.value = value;
    }
    isChanged = true;
  }
  return isChanged;
}

/** A browser may forbid its storage: then nothing is kept. */
function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // kept on the page alone
  }
}

export function forgetTyping(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
