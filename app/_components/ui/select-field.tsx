import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { FieldFrame, type Framed, framedBy } from "./field-frame";

type Choice = { value: string; label: string; disabled?: boolean };
type Props = Omit<ComponentProps<"select">, "id" | "name" | "className"> & Framed & { choices: readonly Choice[] };

/** One of several, as the device itself shows them. */
export function SelectField({ name, label, choices, help, error, ...props }: Props) {
  const frame = { name, label, help, error };
  return (
    <FieldFrame {...frame}>
      <span className="relative grid">
        <select
          {...framedBy(frame)}
          className="h-11 w-full appearance-none truncate rounded-control border border-edge bg-surface pr-9 pl-3 text-md text-ink transition-colors aria-invalid:border-danger"
          {...props}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-quiet"
        />
      </span>
    </FieldFrame>
  );
}
