import type { CSSProperties, ReactNode } from "react";
import { Link } from "@/i18n/navigation";

type Column = { key: string; label: ReactNode; isNumber?: boolean };
type TableProps = { label: string; columns: readonly Column[]; none: string; children: ReactNode[] };

/** The heads' words for the style sheet, which puts them before the cells where a row is no line. */
const headWords = (columns: readonly Column[]): CSSProperties =>
  Object.fromEntries(
    columns.map(({ label }, at) => [
      `--head-${at + 1}`,
      typeof label === "string" ? JSON.stringify(`${label}:`) : '""',
    ]),
  );

/** A dense table whose head stays; on a phone each row is a few short lines, every cell behind the word of its head. */
export function Table({ label, columns, none, children }: TableProps) {
  if (children.length === 0) return <p className="card p-6 text-center text-ink-soft">{none}</p>;
  return (
    <div
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
      tabIndex={0}
      className="card relative max-w-full overflow-auto sm:max-h-[75vh]"
    >
      <table className="stacked w-full border-collapse text-start text-[0.9375rem]" style={headWords(columns)}>
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 z-10 bg-raised">
          <tr>
            {columns.map(({ key, label: words, isNumber }) => (
              <th
                key={key}
                scope="col"
                className={`border-b border-line px-3 py-2 text-sm font-semibold whitespace-nowrap text-ink-soft ${isNumber ? "text-end" : "text-start"}`}
              >
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** One row; its first cell is usually a `RowLink`. */
export const Row = ({ children }: { children: ReactNode }) => (
  <tr className="border-b border-line last:border-0 focus-within:bg-cobalt/5 hover:bg-cobalt/5">{children}</tr>
);

/** A cell; numbers and money stand at the end and left to right. */
export const Cell = ({ isNumber, children }: { isNumber?: boolean; children: ReactNode }) => (
  <td className={`px-3 py-2 align-top ${isNumber ? "figures text-end whitespace-nowrap" : ""}`}>{children}</td>
);

/** The link that opens its row, which `j` and `k` move to. */
export const RowLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} prefetch={false} data-row className="link font-medium whitespace-nowrap">
    {children}
  </Link>
);
