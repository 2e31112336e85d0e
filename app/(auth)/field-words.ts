import type { Say } from "@/app/_words/say";

/** What is wrong with a field: `is`, `are` and `must` go on from its name, anything else says by itself what to do. */
export function fieldWords(say: Say, label: string, fault: string): string {
  const said = say.known(fault);
  return /^(is|are|must) /.test(fault) ? `${label} ${said}.` : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
