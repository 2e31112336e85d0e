/** Those whose words begin with all the words that were typed, in their own order; everything for nothing typed. */
export function matching<T extends { label: string }>(all: readonly T[], typed: string): T[] {
  const wanted = wordsOf(typed);
  return all.filter(({ label }) => {
    const words = wordsOf(label);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
