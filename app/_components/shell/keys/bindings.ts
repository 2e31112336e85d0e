import type { Say } from "@/app/_words/say";
import { deedsOf } from "../deeds";
import { sectionsOf, type Whose } from "../places";

/** What pressing does: leads somewhere, presses what the page shows under that key, or is the shell's own. */
export type Binding = { keys: string; label: string } & (
  | { href: string }
  | { presses: string }
  | { opens: "palette" | "keys" }
  | { finds: true }
  /** Two keys at once are no single key: whoever does it listens, be single keys on or off. */
  | { held: true }
);

export type BindingGroup = { title: string; bindings: Binding[] };

/** All keys of somebody's role, as the sheet lists them. */
export function bindingsOf(say: Say, tenant: Whose): BindingGroup[] {
  const places = sectionsOf(say, tenant).flatMap(({ places }) => places);
  return [
    {
      title: say("Anywhere"),
      bindings: [
        ...deedsOf(say, tenant).flatMap(({ key, label, href }) => (key ? [{ keys: key, label, href }] : [])),
        { keys: "/", label: say("Search this page, or everything"), finds: true },
        { keys: "?", label: say("These keys"), opens: "keys" },
        { keys: "ctrl+k", label: say("Go anywhere"), held: true },
        { keys: "ctrl+z", label: say("Take back what was just done, while Undo is offered"), held: true },
      ],
    },
    {
      title: say("Go to"),
      bindings: places.flatMap(({ key, label, href }) => (key ? [{ keys: `g ${key}`, label, href }] : [])),
    },
    ...(tenant.may.includes("bookings.see") ? [calendar(say)] : []),
  ];
}

const calendar = (say: Say): BindingGroup => ({
  title: say("On the calendar"),
  bindings: [
    { keys: "t", label: say("Today"), presses: "t" },
    { keys: "j", label: say("The day or week after"), presses: "j" },
    { keys: "k", label: say("The day or week before"), presses: "k" },
    { keys: "d", label: say("One day"), presses: "d" },
    { keys: "w", label: say("The week"), presses: "w" },
  ],
});
