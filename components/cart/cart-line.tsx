"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useActionState } from "react";
import { changeCart } from "@/components/cart/change-cart";
import type { CartRefusal } from "@/components/cart/cart-api";
import { LineQuantity } from "@/components/cart/line-quantity";
import { LineQuestions } from "@/components/cart/line-questions";
import { RefusalWords } from "@/components/cart/refusal-words";
import { TimeLeftWords } from "@/components/cart/time-left-words";
import { ProductPicture } from "@/components/catalog/product-picture";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Link } from "@/i18n/navigation";
import { removeItemAction } from "@/lib/cart/actions";
import { lineName } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";
import { UNTOUCHED } from "@/lib/http/form-state";

type CartLineProps = {
  item: CartItemView;
  startsAt: string;
  /** Its last change has no answer yet, and there is no network to bring one. */
  isHeldUp: boolean;
  refusal: CartRefusal | null;
  onRemove: () => void;
};

export function CartLine({ item, startsAt, isHeldUp, refusal, onRemove }: CartLineProps) {
  const t = useTranslations("cart");
  const name = lineName(item, useLocale());
  const [removed, removeForm] = useActionState(removeItemAction, UNTOUCHED);
  const line = { itemId: item.id, itemCode: item.product_item_code, name, from: item.quantity };
  const isKnown = item.id > 0;
  const take = (quantity: number) => changeCart({ ...line, kind: "set", quantity });
  const agree = () => changeCart({ ...line, kind: "agree", unitPrice: item.unit_price });

  function remove() {
    if (!isKnown) return;
    changeCart({ ...line, kind: "remove" });
    onRemove();
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    remove();
  }

  const problem = refusal ?? removed.problem;
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-3 border-b border-line p-4 last:border-b-0 sm:grid-cols-[auto_1fr_auto] sm:p-5">
      <div className="w-18 sm:w-24">
        <ProductPicture src={item.image_url} size={96} />
      </div>
      <div className="grid min-w-0 content-start gap-0.5">
        <Link
          href={`/products/${encodeURIComponent(item.product_item_code)}`}
          prefetch={false}
          className="text-lg leading-snug font-semibold hover:underline"
        >
          {name}
        </Link>
        <p className="text-[0.9375rem] text-ink-soft">
          <Money amount={item.unit_price} /> {t("each")}
        </p>
        {isHeldUp ? (
          <p className="text-[0.9375rem] font-medium text-wait">{t("waits")}</p>
        ) : isKnown ? (
          <TimeLeftWords until={item.expires_at} startsAt={startsAt} />
        ) : (
          <p className="text-[0.9375rem] text-ink-soft">{t("coming")}</p>
        )}
      </div>
      <div className="col-span-2 flex flex-wrap items-center justify-between gap-3 sm:col-span-1 sm:flex-col sm:items-end">
        <div className="flex items-start gap-1.5">
          <LineQuantity item={item} name={name} onChange={take} />
          <form action={removeForm} onSubmit={onSubmit}>
            <input type="hidden" name="item_id" value={item.id} />
            <button
              id={`remove-${item.id}`}
              aria-label={t("remove", { name })}
              aria-disabled={!isKnown}
              className="inline-flex size-11 items-center justify-center rounded-soft text-ink-soft hover:text-bad aria-disabled:opacity-45"
            >
              <Icon name="bin" />
            </button>
          </form>
        </div>
        <Money amount={item.subtotal} className="text-lg font-semibold" />
      </div>
      <div className="col-span-full grid gap-3 empty:hidden">
        {problem && (
          <Notice tone="bad" role="alert">
            <RefusalWords name={name} refusal={problem} />
          </Notice>
        )}
        <LineQuestions item={item} name={name} onAgree={agree} onTake={take} onRemove={remove} />
      </div>
    </li>
  );
}
