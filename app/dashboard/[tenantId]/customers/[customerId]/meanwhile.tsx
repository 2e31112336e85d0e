import { Button } from "@/app/_components/ui/button";
import { phrase } from "@/app/_words/phrase";
import type { Phrase, Say } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { FileChoices } from "@/lib/customers/file-choices";
import { statusWords } from "@/lib/customers/rules";
import { birthdayWords } from "../birthday-field";
import { languageNames } from "../language-names";
import type { Typed } from "../typed-file";

const labels: Record<keyof Typed, Phrase> = {
  name: phrase("Name"),
  phone: phrase("Phone"),
  email: phrase("E-mail"),
  status: phrase("Status"),
  location: phrase("Lives in"),
  birthday: phrase("Birthday"),
  tags: phrase("Tags"),
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
export function Meanwhile({ changed, is, choices, onSettle }: Props) {
  const say = useSay();
  return (
    <section aria-label={say("Changed meanwhile")} role="status" className="grid gap-2 rounded-control border p-3">
      <p className="font-medium text-requested">{say("Somebody else has changed this meanwhile. Now it says:")}</p>
      <dl className="grid gap-1">
        {changed.map((field) => (
          <div key={field}>
            <dt className="text-quiet">{say(labels[field])}</dt>
            <dd className="break-words whitespace-pre-line">{valueWords(say, field, is, choices) || say("nothing")}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onSettle(true)}>{say("Begin with theirs")}</Button>
        <Button onClick={() => onSettle(false)}>{say("Keep mine")}</Button>
      </div>
    </section>
  );
}

function valueWords(say: Say, field: keyof Typed, is: Typed, { staff, services }: FileChoices): string {
  const named = (all: FileChoices["staff"], id: string) => all.find((one) => one.id === id)?.name ?? "";
  switch (field) {
    case "status":
      return say.known(statusWords(is.status));
    case "birthday":
      return is.birthday ? birthdayWords(say, is.birthday) : "";
    case "tags":
      return is.tags.join(", ");
    case "preferredStaffId":
      return is.preferredStaffId ? named(staff, is.preferredStaffId) : say("Anybody");
    case "favourites":
      return is.favourites.map((id) => named(services, id)).join(", ");
    case "language":
      return languageNames[is.language];
    default:
      return is[field] ?? "";
  }
}
