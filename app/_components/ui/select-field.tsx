import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentProps<"select">, "id"> & {
  name: string;
  label: string;
  choices: readonly { value: string; label: string }[];
  help?: string;
  error?: string | undefined;
};

/** One of several, as the device itself shows them. Looks as Field does. */
export function SelectField({ name, label, choices, help, error, className, ...props }: Props) {
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <span className="relative grid">
        <select
          id={name}
          name={name}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${name}-note` : undefined}
          className={cn(
            "h-11 w-full appearance-none truncate rounded-control border border-edge bg-surface pr-9 pl-3 text-md text-ink transition-colors aria-invalid:border-danger",
            className,
          )}
          {...props}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-quiet"
        />
      </span>
      {note ? (
        <p id={`${name}-note`} className={error ? "text-danger" : "text-quiet"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
