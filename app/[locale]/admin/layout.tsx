import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AdminFrame } from "@/components/admin/admin-frame";
import { ShopFrame } from "@/components/shell/shop-frame";
import { loadStaffContext } from "@/lib/http/load-staff-context";
import { isAdmin } from "@/lib/shared/context";
import { readTheme, THEME_COOKIE } from "@/lib/theme/model";
import { loadStanding } from "@/lib/users/loaders";

/** The back office looks like the shop to everybody else; its pages say by themselves that they are not there. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const ctx = await loadStaffContext();
  if (!ctx) return <ShopFrame>{children}</ShopFrame>;
  const [{ quantity }, jar] = await Promise.all([loadStanding(), cookies()]);
  return (
    <AdminFrame isAdmin={isAdmin(ctx.actor)} quantity={quantity} theme={readTheme(jar.get(THEME_COOKIE)?.value)}>
      {children}
    </AdminFrame>
  );
}
