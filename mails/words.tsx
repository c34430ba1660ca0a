import { partsOf } from "@/mails/words-in";

/** A sentence whose amounts, numbers and references stay left to right. */
export function Words({ text }: { text: string }) {
  const [before = "", isolated, ...rest] = partsOf(text);
  if (isolated === undefined) return before;
  return (
    <>
      {before}
      <bdi dir="ltr" style={{ whiteSpace: "nowrap" }}>
        {isolated}
      </bdi>
      <Words text={rejoined(rest)} />
    </>
  );
}

const rejoined = (parts: string[]): string => parts.map((part, at) => (at % 2 ? `\u2066${part}\u2069` : part)).join("");
