import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { getPathname } from "@/i18n/navigation";

type Words = { title?: string; description?: string };

/** What search engines are told of a public page: its words and its one address. */
export async function publicMetadata(path: string, words: Words): Promise<Metadata> {
  const canonical = getPathname({ href: path, locale: await getLocale() });
  return { ...words, alternates: { canonical }, openGraph: { ...words, url: canonical } };
}

/** A page of somebody's own, which no search engine shall show. */
export const privateMetadata = (title: string): Metadata => ({ title, robots: { index: false, follow: false } });
