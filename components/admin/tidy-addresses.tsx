"use client";

import { useEffect } from "react";

/** The address of a filtered list names only what was filled in. */
export function TidyAddresses() {
  useEffect(() => {
    const tidy = ({ target, formData }: FormDataEvent) => {
      if (!(target instanceof HTMLFormElement) || target.method !== "get") return;
      const empty = [...formData.entries()].flatMap(([name, value]) => (value === "" ? name : []));
      for (const name of empty) formData.delete(name);
    };
    document.addEventListener("formdata", tidy);
    return () => document.removeEventListener("formdata", tidy);
  }, []);
  return null;
}
