/** Something that must hold; where it does not, the sentence says what is wrong. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}
