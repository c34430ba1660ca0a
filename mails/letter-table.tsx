import type { lettering } from "@/mails/lettering";
import { Words } from "@/mails/words";

type LetterTableProps = {
  rows: readonly (readonly [string, string])[];
  look: ReturnType<typeof lettering>;
  strong?: boolean;
};

/** Pairs of a name and a value; read as a table by screen readers, since it is one. */
export function LetterTable({ rows, look, strong = false }: LetterTableProps) {
  const last = rows.at(-1)?.[0];
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={look.table}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={`${label} ${value}`}>
            <th scope="row" className="line" style={strong && label === last ? look.total : look.label}>
              <Words text={label} />
            </th>
            <td className="line" style={strong && label === last ? look.totalValue : look.value}>
              <Words text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
