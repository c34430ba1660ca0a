import type { ComponentProps } from "react";

const KINDS = {
  primary: "bg-cobalt text-on-cobalt border-transparent hover:opacity-90",
  quiet: "bg-raised text-ink border-edge hover:border-ink",
  danger: "bg-raised text-bad border-bad hover:bg-bad/10",
  plain: "bg-transparent text-cobalt border-transparent underline underline-offset-4 hover:decoration-2",
} as const;

const SIZES = {
  regular: "min-h-11 px-5",
  large: "min-h-13 px-6 text-lg",
  small: "min-h-11 px-3 text-[0.9375rem]",
} as const;

type Look = { kind?: keyof typeof KINDS; size?: keyof typeof SIZES; wide?: boolean };

/** The look of a button, for links that are the next step as well. */
export const buttonClass = ({ kind = "primary", size = "regular", wide = false }: Look = {}): string =>
  `inline-flex items-center justify-center gap-2 rounded-soft border font-semibold text-center transition-opacity ` +
  `disabled:opacity-60 aria-disabled:opacity-60 ${KINDS[kind]} ${SIZES[size]} ${wide ? "w-full" : ""}`;

export function Button({
  kind,
  size,
  wide,
  className = "",
  type = "submit",
  ...rest
}: Look & ComponentProps<"button">) {
  return <button type={type} className={`${buttonClass({ kind, size, wide })} ${className}`} {...rest} />;
}
