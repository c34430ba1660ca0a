import { expect, it } from "vitest";
import { partsOf, spokenValues } from "@/lib/shared/spoken-values";

it("sets what others wrote apart, says moments, and leaves alone what only chooses among words", () => {
  const values = { name: "sana@example.com", who: "courier", kind: "fee", count: 2, reason: "", when: new Date(0) };
  const spoken = spokenValues(values, () => "today, 3:47 pm");
  expect(spoken).toEqual({
    ...values,
    name: "\u2068sana@example.com\u2069",
    when: "\u2068today, 3:47 pm\u2069",
  });
  expect(partsOf(`${spoken.name} paid at ${spoken.when}.`)).toEqual([
    "",
    "sana@example.com",
    " paid at ",
    "today, 3:47 pm",
    ".",
  ]);
});
