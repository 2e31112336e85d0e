import { deedsOf } from "../deeds";
import { sectionsOf, type Whose } from "../places";

/** What pressing does: leads somewhere, presses what the page shows under that key, or is the shell's own. */
export type Binding = { keys: string; label: string } & (
  | { href: string }
  | { presses: string }
  | { opens: "palette" | "keys" }
  | { finds: true }
);

export type BindingGroup = { title: string; bindings: Binding[] };

/** All keys of somebody's role, as the sheet lists them. */
export function bindingsOf(tenant: Whose): BindingGroup[] {
  const places = sectionsOf(tenant).flatMap(({ places }) => places);
  return [
    {
      title: "Anywhere",
      bindings: [
        ...deedsOf(tenant).flatMap(({ key, label, href }) => (key ? [{ keys: key, label, href }] : [])),
        { keys: "/", label: "Search this page, or everything", finds: true },
        { keys: "?", label: "These keys", opens: "keys" },
      ],
    },
    {
      title: "Go to",
      bindings: places.flatMap(({ key, label, href }) => (key ? [{ keys: `g ${key}`, label, href }] : [])),
    },
    ...(tenant.may.includes("bookings.see") ? [calendar] : []),
  ];
}

const calendar: BindingGroup = {
  title: "On the calendar",
  bindings: [
    { keys: "t", label: "Today", presses: "t" },
    { keys: "j", label: "The day or week after", presses: "j" },
    { keys: "k", label: "The day or week before", presses: "k" },
    { keys: "d", label: "One day", presses: "d" },
    { keys: "w", label: "The week", presses: "w" },
  ],
};
