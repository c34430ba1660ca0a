import { useLocale, useTranslations } from "next-intl";
import { ProductPicture } from "@/components/catalog/product-picture";
import { RemovePicture } from "@/components/products/remove-picture";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { getPathname } from "@/i18n/navigation";
import { productPath } from "@/lib/products/model";
import type { ManagedProductView } from "@/lib/products/schemas";

const TYPES = "image/jpeg,image/png,image/webp,image/avif";

/** The product's picture and the way to another one: a plain form, which its own door takes. */
export function PictureCard({ product }: { product: ManagedProductView }) {
  const t = useTranslations("adminProducts");
  const locale = useLocale();
  const { item_code, image_url } = product;
  const back = getPathname({ href: productPath(item_code), locale });
  return (
    <Card title={t("picture")}>
      <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
        {image_url ? <ProductPicture src={image_url} size={160} /> : <p className="text-ink-soft">{t("noPicture")}</p>}
        <div className="grid content-start gap-4">
          <form
            action={`/api/admin/pictures/?back=${encodeURIComponent(back)}`}
            method="post"
            encType="multipart/form-data"
            className="grid gap-4"
          >
            <input type="hidden" name="item_code" value={item_code} />
            <input type="hidden" name="seen" value={image_url} />
            <FileField
              id="field-picture"
              name="picture"
              label={t("pictureFile")}
              hint={t("pictureHint")}
              accept={TYPES}
            />
            <div>
              <Button kind="quiet">{t("upload")}</Button>
            </div>
          </form>
          {image_url && <RemovePicture itemCode={item_code} seen={image_url} />}
        </div>
      </div>
    </Card>
  );
}
