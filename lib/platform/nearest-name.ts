/** How names are compared: without capitals, accents and double spaces. */
export const plainName = (name: string): string =>
  name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();

/** The one that was probably meant, as it is written; null when none comes near. */
export function nearestName(typed: string, names: readonly string[]): string | null {
  const asked = plainName(typed);
  const near = names
    .map((name) => ({ name, steps: distance(asked, plainName(name)) }))
    .filter(({ name, steps }) => steps <= Math.max(2, Math.floor(Math.max(asked.length, name.length) * 0.4)))
    .sort((one, other) => one.steps - other.steps);
  return near[0]?.name ?? names.find((name) => plainName(name).includes(asked)) ?? null;
}

/** So many letters are to be added, taken out or replaced. */
function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (let at = 1; at <= other.length; at++)
      line.push(Math.min(line[at - 1]! + 1, before[at]! + 1, before[at - 1]! + (other[at - 1] === letter ? 0 : 1)));
    before = line;
  }
  return before[other.length]!;
}
