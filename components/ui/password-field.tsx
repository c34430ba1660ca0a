"use client";

import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/field";

type PasswordFieldProps = ComponentProps<typeof Field> & { words: { show: string; hide: string } };

/** A password that can be looked at while it is typed, where scripts run. */
export function PasswordField({ words, ...field }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const id = field.id ?? `field-${field.name}`;
  return (
    <div className="relative">
      <Field
        {...field}
        id={id}
        type={isShown ? "text" : "password"}
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
      />
      <button
        type="button"
        aria-controls={id}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="scripted absolute end-0 -top-2.5 inline-flex min-h-11 items-center rounded-soft px-1 text-[0.9375rem] font-medium text-cobalt"
      >
        {isShown ? words.hide : words.show}
      </button>
    </div>
  );
}
