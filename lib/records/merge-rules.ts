/** What somebody chooses between two customers; everything else is kept of both. */
export const choices = [
  ["name", "Name"],
  ["phone", "Phone"],
  ["email", "E-mail"],
  ["location", "Where they live"],
  ["birthday", "Birthday"],
  ["language", "Language"],
  ["status", "Status"],
] as const;
export type Choice = (typeof choices)[number][0];

/** Both, one under the other; what stands in one of them already is not said twice. */
export function both(one: string, other: string): string {
  if (other === "" || one.includes(other)) return one;
  return one === "" || other.includes(one) ? other : `${one}\n${other}`;
}
