import { widthsOf } from "@/lib/pictures/model";

const LARGE = 320;

/** A product's picture, its space kept before it comes. The name beside it says what it shows. */
export function ProductPicture({
  src,
  size,
  isFirst = false,
}: {
  src: string | null;
  size: number;
  isFirst?: boolean;
}) {
  if (!src) return <div className="aspect-square w-full rounded-soft bg-turquoise/20" />;
  const widths = widthsOf(src);
  return (
    <img
      src={src}
      srcSet={widths}
      sizes={widths && (size < LARGE ? `${size}px` : `(min-width: 48rem) ${size}px, ${size > LARGE ? 75 : 50}vw`)}
      alt=""
      width={size}
      height={size}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : undefined}
      decoding="async"
      className="aspect-square w-full rounded-soft object-cover"
    />
  );
}
