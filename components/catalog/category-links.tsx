import { useLocale } from "next-intl";
import { Link } from "@/i18n/navigation";
import { categoryPicture, localName } from "@/lib/catalog/model";
import type { CategoryView } from "@/lib/catalog/schemas";

/** The shop's parts with their pictures. */
export function CategoryLinks({ categories }: { categories: readonly CategoryView[] }) {
  const locale = useLocale();
  return (
    <ul className="grid grid-cols-1 gap-3 min-[22rem]:grid-cols-2 sm:gap-4 md:grid-cols-4">
      {categories.map((category) => (
        <li
          key={category.slug}
          className="card relative flex items-center gap-2.5 p-2.5 text-start transition-shadow has-[a:hover]:border-cobalt has-[a:hover]:shadow-float sm:gap-3 sm:p-3"
        >
          <img
            src={categoryPicture(category.slug)}
            alt=""
            width={64}
            height={64}
            className="size-12 shrink-0 rounded-soft sm:size-16"
          />
          <Link
            href={`/products?category=${encodeURIComponent(category.slug)}`}
            prefetch={false}
            className="min-w-0 text-[0.9375rem] leading-snug font-medium after:absolute after:inset-0 hover:underline"
          >
            {localName(category, locale)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
