import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CartBoard } from "@/components/cart/cart-board";
import { ClientWords } from "@/components/client-words";
import { buttonClass } from "@/components/ui/button";
import { Link } from "@/i18n/navigation";
import { loadCart } from "@/lib/cart/loaders";
import { privateMetadata } from "@/lib/http/page-metadata";

export async function generateMetadata(): Promise<Metadata> {
  return privateMetadata((await getTranslations("cart"))("title"));
}

export default async function CartPage() {
  const [t, known] = await Promise.all([getTranslations("cart"), loadCart()]);
  return (
    <div className="grid gap-6">
      <h1>{t("title")}</h1>
      {known ? (
        <ClientWords rooms={["cart", "fields", "problems"]}>
          <CartBoard initial={known.cart} expired={known.expired} pictures={known.pictures} now={known.now} />
        </ClientWords>
      ) : (
        <div className="card grid justify-items-center gap-4 p-8 text-center">
          <p>{t("signedOut")}</p>
          <Link href="/sign-in?next=/cart" prefetch={false} className={buttonClass()}>
            {t("signIn")}
          </Link>
        </div>
      )}
    </div>
  );
}
