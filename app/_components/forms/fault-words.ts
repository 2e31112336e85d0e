import type { Say } from "@/app/_words/say";

const imperative = /^(tell|type|choose|say) /;
const begin = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);

/** What is wrong with a field as a sentence: with its name in it, unless it says by itself what to do. */
export function faultWords(say: Say, label: string, fault: string): string {
  const said = say.known(fault).replace(/([^.])$/, "$1.");
  // What the server tells is English, whatever it is said in.
  if (/^[A-Z]/.test(fault) || imperative.test(fault)) return begin(said);
  return `${label} ${said}`;
}
