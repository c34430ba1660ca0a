import type { ReactNode } from "react";
import { LazyBars } from "@/components/admin/dashboard/lazy-bars";
import type { BarsProps } from "@/components/admin/dashboard/bars";
import { Card } from "@/components/ui/card";

type ChartedProps = { title: string; says: string; chart: string; bars: BarsProps | null; children: ReactNode };

/** A chart beside the table that says the same; without scripts there is the table alone. */
export function Charted({ title, says, chart, bars, children }: ChartedProps) {
  return (
    <Card title={title}>
      <p className="-mt-3 text-[0.9375rem] text-ink-soft">{says}</p>
      {bars && (
        <div role="img" aria-label={chart} className="scripted h-64" dir="ltr">
          <LazyBars {...bars} />
        </div>
      )}
      {children}
    </Card>
  );
}
