import { useLocale, useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { PictureForm } from "@/components/products/picture-form";
import { RemovePicture } from "@/components/products/remove-picture";
import { Card } from "@/components/ui/card";
import { getPathname } from "@/i18n/navigation";
import { productPath } from "@/lib/products/model";
import type { ManagedProductView } from "@/lib/products/schemas";

/** The product's picture and the way to another one. */
export function PictureCard({ product, refused }: { product: ManagedProductView; refused?: string }) {
  const t = useTranslations("adminProducts");
  const locale = useLocale();
  const { item_code, image_url } = product;
  const back = getPathname({ href: productPath(item_code), locale });
  return (
    <Card title={t("picture")}>
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        {image_url ? <ProductPicture src={image_url} size={160} /> : <p className="text-ink-soft">{t("noPicture")}</p>}
        <div className="grid content-start gap-4">
          <PictureForm itemCode={item_code} seen={image_url} back={back} refused={refused} />
          {image_url && <RemovePicture itemCode={item_code} seen={image_url} />}
        </div>
      </div>
    </Card>
  );
}
