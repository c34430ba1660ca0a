import { Both, type BothWords } from "@/components/orders/both";
import { Money } from "@/components/ui/money";
import type { OrderView } from "@/lib/orders/schemas";

const WIDE = "max-sm:hidden print:table-cell";

/** What was bought, each thing by both its names. */
export function ReceiptLines({ order, words }: { order: OrderView; words: BothWords }) {
  const cameBack = words("cameBack");
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="border-b border-edge align-bottom">
          <th scope="col" className="pb-1 text-start font-semibold">
            <Both words={words("goods")} />
          </th>
          {(["quantity", "price", "amount"] as const).map((key) => (
            <th key={key} scope="col" className={`pb-1 ps-3 text-end font-semibold ${key === "price" ? WIDE : ""}`}>
              <Stacked {...words(key)} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {order.items.map((item) => (
          <tr key={item.id} className="border-b border-line align-baseline">
            <td className="py-1">
              <Both words={{ en: item.product_name, ur: item.product_name_ur }} />
              {item.returned > 0 && (
                <Both
                  words={{ en: `${cameBack.en}: ${item.returned}`, ur: `${cameBack.ur}: ${item.returned}` }}
                  className="text-[0.85em] text-ink-soft"
                />
              )}
            </td>
            <td className="figures py-1 ps-3 text-end">{item.quantity}</td>
            <td className={`py-1 ps-3 text-end ${WIDE}`}>
              <Money amount={item.unit_price} />
            </td>
            <td className="py-1 ps-3 text-end">
              <Money amount={item.subtotal} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Stacked({ en, ur }: { en: string; ur: string }) {
  return (
    <span className="grid justify-items-end">
      <span lang="en">{en}</span>
      <span lang="ur" dir="rtl">
        {ur}
      </span>
    </span>
  );
}
