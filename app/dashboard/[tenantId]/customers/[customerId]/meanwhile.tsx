import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { FileChoices } from "@/lib/customers/file-choices";
import { statusWords } from "@/lib/customers/rules";
import { birthdayWords } from "../birthday-field";
import type { Typed } from "../typed-file";

const labels: Record<keyof Typed, string> = {
  name: "Name",
  phone: "Phone",
  email: "E-mail",
  status: "Status",
  location: phrase("Lives in"),
  birthday: "Birthday",
  tags: "Tags",
  preferredStaffId: phrase("Likes to be served by"),
  favourites: phrase("Favourite services"),
  serviceNotes: phrase("How they like it done"),
  language: phrase("Writes and reads"),
};

/** Which fields somebody else has written since. */
export const changedSince = (seen: Typed, is: Typed): (keyof Typed)[] =>
  (Object.keys(labels) as (keyof Typed)[]).filter((name) => JSON.stringify(seen[name]) !== JSON.stringify(is[name]));

type Props = {
  changed: readonly (keyof Typed)[];
  is: Typed;
  choices: FileChoices;
  onSettle(theirs: boolean): void;
};

/** What stands there now, and whose shall hold. */
export const Meanwhile = ({ changed, is, choices, onSettle }: Props) => (
  <section aria-label="Changed meanwhile" role="status" className="grid gap-2 rounded-control border p-3">
    <p className="font-medium text-requested">Somebody else has changed this meanwhile. Now it says:</p>
    <dl className="grid gap-1">
      {changed.map((field) => (
        <div key={field}>
          <dt className="text-quiet">{labels[field]}</dt>
          <dd className="break-words whitespace-pre-line">{valueWords(field, is, choices) || "nothing"}</dd>
        </div>
      ))}
    </dl>
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => onSettle(true)}>Begin with theirs</Button>
      <Button onClick={() => onSettle(false)}>Keep mine</Button>
    </div>
  </section>
);

function valueWords(field: keyof Typed, is: Typed, { staff, services }: FileChoices): string {
  const named = (all: FileChoices["staff"], id: string) => all.find((one) => one.id === id)?.name ?? "";
  switch (field) {
    case "status":
      return statusWords(is.status);
    case "birthday":
      return is.birthday ? birthdayWords(is.birthday) : "";
    case "tags":
      return is.tags.join(", ");
    case "preferredStaffId":
      return is.preferredStaffId ? named(staff, is.preferredStaffId) : "Anybody";
    case "favourites":
      return is.favourites.map((id) => named(services, id)).join(", ");
    case "language":
      return is.language === "sw" ? "Kiswahili" : "English";
    default:
      return is[field] ?? "";
  }
}
