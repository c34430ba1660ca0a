import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddToCart } from "@/components/cart/add-to-cart";
import { ProductData } from "@/components/catalog/product-data";
import { ProductOptions } from "@/components/catalog/product-options";
import { ProductPicture } from "@/components/catalog/product-picture";
import { ClientWords } from "@/components/client-words";
import { NotFoundPage } from "@/app/[locale]/not-found-page";
import { Icon, type IconName } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { StateMark } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { loadCartTerms } from "@/lib/cart/loaders";
import { loadProduct } from "@/lib/catalog/loaders";
import { isFew, localName, productWords, shelfAddress } from "@/lib/catalog/model";
import { env } from "@/lib/env";
import { addressText } from "@/lib/http/address-text";
import { notFoundMetadata, publicMetadata } from "@/lib/http/page-metadata";

type ProductPageProps = { params: Promise<{ item_code: string }> };

const shownProduct = async ({ params }: ProductPageProps) => loadProduct(addressText((await params).item_code));

export async function generateMetadata(page: ProductPageProps): Promise<Metadata> {
  const product = await shownProduct(page);
  if (!product) return notFoundMetadata();
  const { name, description } = productWords(product, await getLocale());
  const path = `products/${encodeURIComponent(product.item_code)}`;
  return publicMetadata(`/${path}`, { title: name, description }, `${path}.png`);
}

export default async function ProductPage(page: ProductPageProps) {
  const product = await shownProduct(page);
  if (!product) return <NotFoundPage />;
  const [t, locale] = await Promise.all([getTranslations("product"), getLocale()]);
  const { name, otherName, description } = productWords(product, locale);
  const promises: [IconName, string][] = [
    ["check", t("promises.pay")],
    ["clock", t("promises.keep", { hours: loadCartTerms().hours })],
    ["box", t("promises.price")],
  ];
  return (
    <article className="grid gap-6 md:grid-cols-2 md:gap-10">
      <ProductData product={product} site={env().siteUrl} />
      <div className="card self-start overflow-hidden max-md:w-3/4 max-md:justify-self-center">
        <ProductPicture src={product.image_url} size={640} isFirst />
      </div>
      <div className="grid content-start gap-5">
        <header className="grid gap-1">
          <p className="text-[0.9375rem]">
            <Link
              href={shelfAddress({ category: product.category })}
              prefetch={false}
              className="link inline-flex min-h-11 items-center"
            >
              {localName(product.shelf, locale)}
            </Link>
          </p>
          <h1>{name}</h1>
          <p lang={otherName.lang} dir={otherName.dir} className="text-start text-lg leading-loose text-ink-soft">
            {otherName.text}
          </p>
        </header>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Money amount={product.unit_price} className="text-2xl font-bold" />
          {product.stock === 0 ? (
            <StateMark tone="bad">{t("soldOut")}</StateMark>
          ) : isFew(product.stock) ? (
            <StateMark tone="wait">{t("fewLeft", { stock: product.stock })}</StateMark>
          ) : (
            <StateMark tone="good">{t("inStock")}</StateMark>
          )}
        </div>
        <ProductOptions product={product} />
        {product.stock > 0 ? (
          <ClientWords rooms={["product", "fields", "refused"]}>
            <AddToCart
              itemCode={product.item_code}
              name={name}
              unitPrice={product.unit_price}
              imageUrl={product.image_url}
              stock={product.stock}
            />
          </ClientWords>
        ) : (
          <p className="text-ink-soft">{t("soldOutText")}</p>
        )}
        <p className="max-w-prose">{description}</p>
        <ul className="grid gap-2 border-t border-line pt-4 text-[0.9375rem] text-ink-soft">
          {promises.map(([icon, words]) => (
            <li key={icon} className="flex gap-2">
              <Icon name={icon} />
              {words}
            </li>
          ))}
        </ul>
        <p className="text-[0.9375rem] text-ink-soft">
          {t("code")} <bdi className="figures">{product.item_code}</bdi>
        </p>
      </div>
    </article>
  );
}
