import { useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Money } from "@/components/ui/money";
import { Link } from "@/i18n/navigation";
import { isFew } from "@/lib/catalog/model";
import type { ProductView } from "@/lib/catalog/schemas";

function ProductCard({ product, isFirst }: { product: ProductView; isFirst: boolean }) {
  const t = useTranslations("products");
  return (
    <li className="card relative flex flex-col overflow-hidden has-[a:hover]:border-cobalt">
      <ProductPicture src={product.image_url} size={320} isFirst={isFirst} />
      <div className="flex flex-1 flex-col gap-1 p-3">
        <p className="leading-snug">
          <Link
            href={`/products/${encodeURIComponent(product.item_code)}`}
            prefetch={false}
            className="after:absolute after:inset-0 hover:underline"
          >
            {product.name}
          </Link>
        </p>
        <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2">
          <Money amount={product.unit_price} className="font-semibold" />
          {product.stock === 0 && <span className="text-[0.9375rem] text-ink-soft">{t("soldOut")}</span>}
          {isFew(product.stock) && (
            <span className="text-[0.9375rem] font-medium text-wait">{t("fewLeft", { stock: product.stock })}</span>
          )}
        </p>
      </div>
    </li>
  );
}

/** Two on a phone, four on a desk. The first row's pictures come at once, the others when they are near. */
export function ProductGrid({ products, eager = 4 }: { products: readonly ProductView[]; eager?: number }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 lg:grid-cols-4">
      {products.map((product, at) => (
        <ProductCard key={product.item_code} product={product} isFirst={at < eager} />
      ))}
    </ul>
  );
}
