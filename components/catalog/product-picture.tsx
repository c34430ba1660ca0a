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
  return (
    <img
      src={src}
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
