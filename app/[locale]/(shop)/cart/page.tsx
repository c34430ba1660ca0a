import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CartBoard } from "@/components/cart/cart-board";
import { JustOrdered } from "@/components/checkout/just-ordered";
import { ClientWords } from "@/components/client-words";
import { loadCart } from "@/lib/cart/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";
import { loadJustOrdered } from "@/lib/orders/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("cart"))("title"));
}

export default async function CartPage({ searchParams }: { searchParams: Promise<{ ordered?: unknown }> }) {
  const ordered = await loadJustOrdered((await searchParams).ordered);
  const [t, { cart, isSignedIn, now }] = await Promise.all([getTranslations("cart"), loadCart()]);
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      {ordered && <JustOrdered order={ordered} />}
      <ClientWords rooms={["cart", "fields", "refused"]}>
        <CartBoard initial={cart} isSignedIn={isSignedIn} startsAt={now} />
      </ClientWords>
    </div>
  );
}
