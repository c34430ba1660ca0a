"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useActionState } from "react";
import { RefusalWords } from "@/components/cart/refusal-words";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { agreeToPriceAction, removeItemAction, updateItemAction } from "@/lib/cart/actions";
import { shortageOf } from "@/lib/cart/model";
import type { CartItemView } from "@/lib/cart/schemas";
import { UNTOUCHED } from "@/lib/http/form-state";

type LineQuestionsProps = {
  item: CartItemView;
  name: string;
  onAgree: () => void;
  onTake: (quantity: number) => void;
  onRemove: () => void;
};

/** What the shop asks about a line: another price than the one seen, or fewer of it than wanted. */
export function LineQuestions({ item, name, onAgree, onTake, onRemove }: LineQuestionsProps) {
  const t = useTranslations("cart");
  const [agreed, agreeForm] = useActionState(agreeToPriceAction, UNTOUCHED);
  const [taken, takeForm] = useActionState(updateItemAction, UNTOUCHED);
  const [removed, removeForm] = useActionState(removeItemAction, UNTOUCHED);
  const { id, available } = item;
  const shortage = shortageOf(item);
  const problem = agreed.problem ?? taken.problem ?? removed.problem;
  const isRepriced = item.seen_unit_price !== item.unit_price && shortage !== "sold_out";
  return (
    <>
      {problem && (
        <Notice tone="bad" role="alert">
          <RefusalWords name={name} refusal={problem} />
        </Notice>
      )}
      {isRepriced && (
        <Question
          id={`price-${id}`}
          action={agreeForm}
          onAnswer={onAgree}
          answer={t("fine")}
          fields={{ item_id: id, seen_unit_price: item.unit_price }}
        >
          {t.rich("repriced", {
            old: () => (
              <s className="text-ink-soft">
                <Money amount={item.seen_unit_price} />
              </s>
            ),
            new: () => <Money amount={item.unit_price} className="font-semibold" />,
          })}
        </Question>
      )}
      {shortage === "fewer" && (
        <Question
          id={`stock-${id}`}
          action={takeForm}
          onAnswer={() => onTake(available)}
          answer={t("take", { count: available })}
          fields={{ item_id: id, quantity: available }}
        >
          {t("fewerLeft", { count: available })}
        </Question>
      )}
      {shortage === "sold_out" && (
        <Question
          id={`stock-${id}`}
          action={removeForm}
          onAnswer={onRemove}
          answer={t("takeOut")}
          fields={{ item_id: id }}
        >
          {t("soldOut")}
        </Question>
      )}
    </>
  );
}

type QuestionProps = {
  id: string;
  action: (form: FormData) => void;
  onAnswer: () => void;
  answer: string;
  fields: Record<string, string | number>;
  children: ReactNode;
};

function Question({ id, action, onAnswer, answer, fields, children }: QuestionProps) {
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    onAnswer();
  }
  return (
    <form
      action={action}
      onSubmit={onSubmit}
      className="flex items-center gap-3 rounded-soft border border-wait bg-wait/10 py-1.5 ps-3 pe-1.5"
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Icon name="alert" className="size-5 text-wait" />
      <p id={id} className="min-w-0 flex-1">
        {children}
      </p>
      <Button kind="quiet" size="small" className="shrink-0" aria-describedby={id}>
        {answer}
      </Button>
    </form>
  );
}
