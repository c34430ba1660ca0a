"use client";

import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";
import { shownPhone } from "@/components/ui/shown-phone";
import { readMobile } from "@/lib/shared/phone";

/** A mobile number in any common form, shown as 0300 1234567 once it is whole. */
export function PhoneField({ defaultValue, ...field }: ComponentProps<typeof Field>) {
  return (
    <Field
      type="tel"
      inputMode="tel"
      dir="ltr"
      maxLength={32}
      defaultValue={asShown(String(defaultValue ?? ""))}
      onBlur={({ currentTarget }) => {
        currentTarget.value = asShown(currentTarget.value);
      }}
      {...field}
    />
  );
}

function asShown(text: string): string {
  const mobile = readMobile(text);
  return mobile ? shownPhone(mobile) : text;
}
