import { RedirectType } from "next/navigation";
import { getLocale } from "next-intl/server";
import { redirect } from "@/i18n/navigation";

/** Leads to another page of the shop in place of this one, so that the way back does not lead here again. */
export async function redirectInPlace(href: string): Promise<never> {
  return redirect({ href, locale: await getLocale() }, RedirectType.replace);
}
