"use server";

import { cookies } from "next/headers";
import { readTheme, THEME_COOKIE } from "@/lib/theme/model";

const YEAR_SECONDS = 31_536_000;

export async function setThemeAction(formData: FormData): Promise<void> {
  const theme = readTheme(formData.get("theme"));
  (await cookies()).set(THEME_COOKIE, theme, { maxAge: YEAR_SECONDS, sameSite: "lax", path: "/" });
}
