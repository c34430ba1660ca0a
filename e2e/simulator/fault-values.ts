const statuses = ["Completed", "Pending", "Failed", "Dropped", "Validation Failed"];

/** What a fault may be told, each with its grammar and the words for it. */
export const FAULT_VALUES = {
  milliseconds: { grammar: /^(\d{1,5}|[1-5]\d{5}|600000)$/, says: "milliseconds, at most 600000" },
  code: { grammar: /^[A-Za-z0-9]{0,4}$/, says: "a response code, known or not, at most four letters or digits" },
  paisa: { grammar: /^\d{1,13}$/, says: "an amount in paisa, digits only" },
  status: { grammar: new RegExp(`^(${statuses.join("|")})?$`), says: `one of ${statuses.join(", ")}, or empty` },
  bill: { grammar: /^[A-Za-z0-9]{1,20}$/, says: "1 to 20 letters or digits" },
  reference: { grammar: /^\d{1,24}$/, says: "a gateway reference, digits only" },
  field: {
    grammar: /^pp[A-Za-z0-9_]{1,60}(=[\x20-\x7e]{0,200})?$/,
    says: "a name that starts with pp, then = and a value",
  },
} as const;

export type FaultValue = keyof typeof FAULT_VALUES;
