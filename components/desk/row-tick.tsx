"use client";

import { createContext, use } from "react";

/** Whether what was to be done with the ticked rows is done, so that none of them is ticked any more. */
export const StepsTaken = createContext(false);

type RowTickProps = { name: string; value: string; label: string; isTicked: boolean };

/** The box that chooses one row. */
export function RowTick({ name, value, label, isTicked }: RowTickProps) {
  const areTaken = use(StepsTaken);
  return (
    <label className="-m-2 inline-grid size-10 place-items-center">
      <input
        type="checkbox"
        name={name}
        value={value}
        aria-label={label}
        defaultChecked={isTicked && !areTaken}
        className="size-4"
      />
    </label>
  );
}
