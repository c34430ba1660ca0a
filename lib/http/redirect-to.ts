import { getLocale } from "next-intl/server";
import { redirect } from "@/i18n/navigation";

/** Leads to another page of the shop in the language of this one. */
export async function redirectTo(href: string): Promise<never> {
  return redirect({ href, locale: await getLocale() });
}
