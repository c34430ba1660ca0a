"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

function listen(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Says so while there is no network. */
export function OfflineNotice() {
  const t = useTranslations("shell");
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="text-center text-[0.9375rem]">
      {!isOnline && <p className="border-b border-wait bg-wait/10 px-4 py-2 font-medium">{t("offline")}</p>}
    </div>
  );
}
