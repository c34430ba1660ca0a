"use client";

import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatRupees, paisa } from "@/lib/shared/money";

type Unit = "rupees" | "count" | "percent";
type Point = { name: string } & Record<string, number | string | null>;

export type BarsProps = {
  points: Point[];
  /** What is drawn of each point, one above the other, with its name. */
  series: { key: string; label: string }[];
  unit: Unit;
  isRtl: boolean;
};

const FEW = 4; // names of so few have room side by side
const COLOURS = ["var(--cobalt)", "var(--turquoise)", "var(--wait)"];
const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

const AXIS: Record<Unit, (value: number) => string> = {
  rupees: (value) => short.format(value / 100),
  count: (value) => short.format(value),
  percent: (value) => `${value}%`,
};
const WHOLE: Record<Unit, (value: number) => string> = {
  rupees: (value) => formatRupees(paisa(value)),
  count: String,
  percent: (value) => `${value}%`,
};

/** Bars over the points' names; its name and its figures stand beside it for those who read. */
export function Bars({ points, series, unit, isRtl }: BarsProps) {
  const tick = { fill: "var(--ink-soft)", fontSize: 13 };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={points} accessibilityLayer={false} margin={{ top: 8, right: 8, bottom: 0, left: 8 }}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey="name"
          reversed={isRtl}
          tick={tick}
          stroke="var(--edge)"
          minTickGap={16}
          tickMargin={6}
          interval={points.length > FEW ? undefined : 0}
        />
        <YAxis
          orientation={isRtl ? "right" : "left"}
          tick={tick}
          stroke="var(--edge)"
          width={52}
          allowDecimals={false}
          domain={unit === "percent" ? [0, 100] : undefined}
          tickFormatter={AXIS[unit]}
        />
        <Tooltip
          cursor={{ fill: "var(--line)" }}
          contentStyle={{ background: "var(--raised)", borderColor: "var(--edge)", borderRadius: 10 }}
          labelStyle={{ color: "var(--ink)" }}
          itemStyle={{ color: "var(--ink)" }}
          formatter={(value) => WHOLE[unit](Number(value))}
        />
        {series.length > 1 && <Legend formatter={(name) => <span style={{ color: "var(--ink)" }}>{name}</span>} />}
        {series.map(({ key, label }, at) => (
          <Bar
            key={key}
            dataKey={key}
            name={label}
            stackId="one"
            fill={COLOURS[at]}
            stroke="var(--raised)"
            maxBarSize={48}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
