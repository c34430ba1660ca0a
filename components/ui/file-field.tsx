import type { ReactNode } from "react";

type FileFieldProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint: ReactNode;
  accept: string;
  /** What is wrong with the file that was sent last. */
  error?: ReactNode;
};

/** A labelled choice of one file. */
export const FileField = ({ id, name, label, hint, accept, error }: FileFieldProps) => (
  <div className="grid gap-1.5">
    <label htmlFor={id} className="font-medium">
      {label}
    </label>
    <input
      id={id}
      type="file"
      name={name}
      accept={accept}
      required
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
      className={`min-h-12 w-full rounded-soft border bg-raised p-2 text-base file:me-3 file:rounded-soft file:border file:border-edge file:bg-paper file:px-3 file:py-1.5 file:text-ink ${error ? "border-2 border-bad" : "border-edge"}`}
    />
    <p id={`${id}-hint`} className="text-[0.9375rem] text-ink-soft">
      {hint}
    </p>
    <p id={`${id}-error`} role="alert" className="text-[0.9375rem] font-medium text-bad empty:hidden">
      {error}
    </p>
  </div>
);
