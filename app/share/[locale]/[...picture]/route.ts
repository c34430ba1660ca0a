import { hasLocale } from "next-intl";
import { getTranslations } from "next-intl/server";
import { routing } from "@/i18n/routing";
import { drawSharePicture } from "@/lib/catalog/draw-share-picture";
import { loadProduct } from "@/lib/catalog/loaders";
import { productWords } from "@/lib/catalog/model";
import { problem } from "@/lib/http/problem";
import { AppError } from "@/lib/shared/errors";
import { publicContext } from "@/lib/http/public-context";
import { findPictureFile } from "@/lib/pictures/find-picture-file";
import { hashIn } from "@/lib/pictures/model";
import { formatRupees, readAmount, ZERO } from "@/lib/shared/money";

type SharedProps = { params: Promise<{ locale: string; picture: string[] }> };

const OWN_PICTURE = /^\/products\/[\w-]+\.svg$/;
const MARK = "app/icon.svg";

async function drawn({ params }: SharedProps): Promise<Buffer> {
  const { locale, picture } = await params;
  const [room, file] = picture.length === 2 ? picture : ["", picture[0]];
  if (!hasLocale(routing.locales, locale) || !file?.endsWith(".png") || picture.length > 2) throw unknown();
  const t = await getTranslations({ locale, namespace: "shop" });
  const shared = { shop: t("name"), isUrdu: locale === "ur" };
  if (room === "" && file === "shop.png") {
    return drawSharePicture({ ...shared, picture: MARK, title: t("slogan"), price: null });
  }
  const product = room === "products" ? await loadProduct(decodeURIComponent(file.slice(0, -4))) : null;
  if (!product) throw unknown();
  return drawSharePicture({
    ...shared,
    picture: await pictureOf(product.image_url),
    title: productWords(product, locale).name,
    price: formatRupees(readAmount(product.unit_price) ?? ZERO),
  });
}

async function pictureOf(imageUrl: string | null): Promise<string | Buffer> {
  if (imageUrl !== null && OWN_PICTURE.test(imageUrl)) return `public${imageUrl}`;
  const hash = hashIn(imageUrl);
  return (hash && (await findPictureFile(publicContext(), { hash, width: 640 }))) || MARK;
}

const unknown = () => new AppError("product_not_found", "There is no picture at this address.");

/** The pictures that go with shared addresses: `/share/en/shop.png`, `/share/ur/products/FG001.png`. */
export async function GET(_request: Request, props: SharedProps): Promise<Response> {
  try {
    const headers = { "content-type": "image/png", "cache-control": "public, max-age=3600" };
    return new Response(new Uint8Array(await drawn(props)), { headers });
  } catch (thrown) {
    return problem(thrown);
  }
}
