"use client";

import { useEffect } from "react";

const cameBack = (): boolean =>
  performance.getEntriesByType("navigation").some((entry) => "type" in entry && entry.type === "back_forward");

/** Sends a form as soon as its page is there. Who came back to the page by the browser's own button is asked first. */
export function PostOnArrival({ formId }: { formId: string }) {
  useEffect(() => {
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement && !cameBack()) form.submit();
  }, [formId]);
  return null;
}
