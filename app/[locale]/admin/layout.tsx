import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ShopFrame } from "@/components/shell/shop-frame";
import { readTheme, THEME_COOKIE } from "@/lib/theme/model";
import { loadDeskHead } from "@/lib/users/loaders";

/** The back office looks like the shop to everybody else; its pages say by themselves that they are not there. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [desk, jar] = await Promise.all([loadDeskHead(), cookies()]);
  if (!desk) return <ShopFrame>{children}</ShopFrame>;
  return (
    <AdminFrame {...desk} theme={readTheme(jar.get(THEME_COOKIE)?.value)}>
      {children}
    </AdminFrame>
  );
}
