"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import type { RefundOffer } from "@/lib/refunds/schemas";

type Line = RefundOffer["lines"][number];

type RefundPiecesProps = {
  lines: readonly Line[];
  values: Record<string, string>;
  isOpen: boolean;
  children: ReactNode;
};

/** Of each line how many pieces are to be paid back, and how many still can be. */
export function RefundPieces({ lines, values, isOpen, children }: RefundPiecesProps) {
  const t = useTranslations("adminRefunds");
  return (
    <details open={isOpen} suppressHydrationWarning>
      <summary className="min-h-11 content-center font-medium">{t("byLines")}</summary>
      <div className="grid gap-3 pt-2">
        <p className="text-[0.9375rem] text-ink-soft">{t("byLinesText")}</p>
        {children}
        {lines.map((line) => (
          <Pieces key={line.id} line={line} value={values[`line_${line.id}`]} />
        ))}
      </div>
    </details>
  );
}

function Pieces({ line, value = "0" }: { line: Line; value?: string }) {
  const t = useTranslations("adminRefunds");
  const isUrdu = useLocale() === "ur";
  const name = (isUrdu && line.product_name_ur) || line.product_name;
  if (line.refundable === 0) return <p className="text-[0.9375rem]">{t("allBack", { name })}</p>;
  const facts = { left: line.refundable, count: line.quantity, returned: line.returned };
  return (
    <Field
      type="number"
      label={t("pieces", { name })}
      name={`line_${line.id}`}
      min={0}
      max={line.refundable}
      step={1}
      dir="ltr"
      defaultValue={value}
      hint={t.rich("piecesOf", { ...facts, worth: () => <Money amount={line.worth} /> })}
    />
  );
}
