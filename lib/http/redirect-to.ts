import { getLocale } from "next-intl/server";
import { redirect as redirectAsSaid } from "next/navigation";
import { redirect } from "@/i18n/navigation";
import { namesLanguage } from "@/i18n/routing";

/** Leads to another page of the shop in the language of this one, unless the address itself names a language. */
export async function redirectTo(href: string): Promise<never> {
  if (namesLanguage(href)) redirectAsSaid(href);
  return redirect({ href, locale: await getLocale() });
}
