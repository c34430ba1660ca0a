type Value = string | number | boolean | null;
type Values = { [field: string]: Value };

/** What somebody else has changed of what is to be changed, since it was seen; a field that was not seen counts too. */
export const changedSince = <V extends Values>(changes: Partial<V>, seen: Partial<V>, now: V) =>
  Object.keys(changes)
    .filter((field) => seen[field] !== now[field] && changes[field] !== now[field])
    .map((field) => ({ field, seen: String(seen[field] ?? ""), now: String(now[field] ?? "") }));

/** Those of the fields whose value is another one now. */
export const changesOf = <V extends Values>(before: V, after: V): { before: Values; after: Values } | null => {
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return null;
  const pick = (values: Values) => Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
  return { before: pick(before), after: pick(after) };
};
