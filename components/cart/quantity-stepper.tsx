"use client";

import type { ComponentProps } from "react";
import { Icon } from "@/components/ui/icon";
import { MAX_QUANTITY } from "@/lib/cart/model";

type StepperProps = {
  value: string;
  onType: (text: string) => void;
  onStep: (quantity: number) => void;
  less: string;
  more: string;
  most?: number;
} & Omit<ComponentProps<"input">, "value" | "onChange">;

const BUTTON =
  "scripted inline-flex size-11 items-center justify-center rounded-soft border border-edge bg-raised disabled:opacity-45";

/** A spin button with one step less and one more beside it. */
export function QuantityStepper({
  value,
  onType,
  onStep,
  less,
  more,
  most = MAX_QUANTITY,
  disabled,
  ...input
}: StepperProps) {
  const quantity = Number(value) || 0;
  return (
    <span className="inline-flex items-center gap-1.5" dir="ltr">
      <button
        type="button"
        aria-label={less}
        disabled={disabled || quantity <= 1}
        onClick={() => onStep(quantity - 1)}
        className={BUTTON}
      >
        <Icon name="minus" />
      </button>
      <input
        {...input}
        disabled={disabled}
        type="number"
        inputMode="numeric"
        min={1}
        max={most}
        step={1}
        value={value}
        onChange={(event) => onType(event.target.value)}
        className="figures h-11 w-16 [appearance:textfield] rounded-soft border border-edge bg-raised px-1 text-center font-medium aria-invalid:border-2 aria-invalid:border-bad [&::-webkit-inner-spin-button]:appearance-none"
      />
      <button
        type="button"
        aria-label={more}
        disabled={disabled || quantity >= most}
        onClick={() => onStep(quantity + 1)}
        className={BUTTON}
      >
        <Icon name="plus" />
      </button>
    </span>
  );
}
