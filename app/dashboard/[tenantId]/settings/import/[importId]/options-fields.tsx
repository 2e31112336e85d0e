import { Switch } from "@/app/_components/ui/switch";
import { phrase } from "@/app/_words/phrase";
import type { Phrase } from "@/app/_words/say";
import { useSay } from "@/app/_words/use-say";
import type { ImportOptions } from "@/db/schema/imports";

const switches: { name: keyof ImportOptions; label: Phrase; help: Phrase }[] = [
  {
    name: "overlaps",
    label: phrase("Bring in those that lie over others, too"),
    help: phrase("Each is marked as an overbooking. Otherwise it comes back in the file of what is to be put right."),
  },
  {
    name: "tells",
    label: phrase("Tell every customer"),
    help: phrase("A confirmation by the ways they want. Otherwise only the reminder comes, as for every booking."),
  },
];

/** What is ticked with a list of bookings; nothing of it at first. */
export function OptionsFields({ is, onChange }: { is: ImportOptions; onChange(to: ImportOptions): void }) {
  const say = useSay();
  return (
    <div className="grid gap-4">
      {switches.map(({ name, label, help }) => (
        <div key={name} className="grid grid-cols-[auto_minmax(0,1fr)] gap-3">
          <Switch
            id={name}
            aria-describedby={`help-${name}`}
            checked={is[name] ?? false}
            onCheckedChange={(on) => onChange({ ...is, [name]: on })}
          />
          <div className="grid gap-1">
            <label htmlFor={name} className="font-medium">
              {say(label)}
            </label>
            <p id={`help-${name}`} className="text-quiet">
              {say(help)}
            </p>
          </div>
        </div>
      ))}
    </div>
  );
}
