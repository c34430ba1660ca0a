import type { ComponentProps, ReactNode } from "react";

type FieldProps = {
  label: ReactNode;
  name: string;
  error?: ReactNode;
  hint?: ReactNode;
  optional?: ReactNode;
};

const describedBy = (id: string, error: ReactNode, hint: ReactNode): string | undefined =>
  [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ") || undefined;

const CONTROL = "w-full min-w-0 rounded-soft border bg-raised px-3 text-base text-ink placeholder:text-ink-soft";
const edge = (error: ReactNode): string => (error ? "border-bad border-2" : "border-edge");

function Frame({
  id,
  label,
  error,
  hint,
  optional,
  children,
}: Omit<FieldProps, "name"> & { id: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <span className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional && <span className="text-[0.9375rem] text-ink-soft">{optional}</span>}
      </span>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.9375rem] text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-[0.9375rem] font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

/** A labelled line of text with its hint and its error. */
export function Field({
  label,
  error,
  hint,
  optional,
  className = "",
  ...input
}: FieldProps & ComponentProps<"input">) {
  const id = input.id ?? `field-${input.name}`;
  return (
    <Frame id={id} label={label} error={error} hint={hint} optional={optional}>
      <input
        {...input}
        id={id}
        className={`min-h-12 ${CONTROL} ${edge(error)} ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
      />
    </Frame>
  );
}

/** The same for several lines of text. */
export function TextArea({ label, error, hint, optional, ...area }: FieldProps & ComponentProps<"textarea">) {
  const id = area.id ?? `field-${area.name}`;
  return (
    <Frame id={id} label={label} error={error} hint={hint} optional={optional}>
      <textarea
        {...area}
        id={id}
        className={`py-2.5 ${CONTROL} ${edge(error)}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
      />
    </Frame>
  );
}

/** The same for one of several choices. */
export function Select({ label, error, hint, optional, ...select }: FieldProps & ComponentProps<"select">) {
  const id = select.id ?? `field-${select.name}`;
  return (
    <Frame id={id} label={label} error={error} hint={hint} optional={optional}>
      <select
        {...select}
        id={id}
        className={`min-h-12 ${CONTROL} ${edge(error)}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, error, hint)}
      />
    </Frame>
  );
}
