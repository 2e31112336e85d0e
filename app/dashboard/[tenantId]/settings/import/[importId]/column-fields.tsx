import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { Mapping } from "@/db/schema/imports";
import { fieldsOf } from "@/lib/imports/fields";
import type { ImportFacts } from "@/lib/imports/get-import";

type Props = { facts: ImportFacts; mapping: Mapping; onChange(mapping: Mapping): void };

/** A column for each field, with what the first rows have in it. */
export function ColumnFields({ facts: { kind, header, sample }, mapping, onChange }: Props) {
  const say = useSay();
  const choose = (field: string, column: string) => {
    const { [field]: _, ...rest } = mapping;
    onChange(column === "" ? rest : { ...rest, [field]: Number(column) });
  };
  return (
    <div className="grid gap-4">
      {fieldsOf(kind).map(({ field, label, help, needed }) => {
        const at = mapping[field];
        const has = at === undefined ? [] : sample.flatMap((cells) => cells[at] || []);
        return (
          <div key={field} className="grid gap-1">
            <SelectField
              name={field}
              label={say.known(label)}
              {...(help ? { help: say.known(help) } : {})}
              value={at === undefined ? "" : String(at)}
              onChange={(event) => choose(field, event.target.value)}
              choices={[
                { value: "", label: needed ? say("Choose the column") : say("Not in the file") },
                ...header.map((name, column) => ({
                  value: String(column),
                  label: name || say("Column {number}", { number: column + 1 }),
                })),
              ]}
            />
            {has.length > 0 ? <p className="truncate text-sm text-quiet">{has.join(" · ")}</p> : null}
          </div>
        );
      })}
    </div>
  );
}
