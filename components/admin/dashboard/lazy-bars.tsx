"use client";

import dynamic from "next/dynamic";

/** The charts' library comes by itself, after the page and its tables. */
export const LazyBars = dynamic(() => import("@/components/admin/dashboard/bars").then(({ Bars }) => Bars), {
  ssr: false,
});
