import type { ComponentProps } from "react";
import { cn } from "./cn";

type Props = Omit<ComponentProps<"input">, "id"> & {
  name: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
};

/** Label above, help below, the error in place of the help. */
export function Field({ name, label, help, error, className, ...props }: Props) {
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <input
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${name}-note` : undefined}
        className={cn(
          "h-11 w-full rounded-control border border-edge bg-surface px-3 text-md text-ink transition-colors placeholder:text-quiet aria-invalid:border-danger",
          className,
        )}
        {...props}
      />
      {note ? (
        <p id={`${name}-note`} role={error ? "alert" : undefined} className={error ? "text-danger" : "text-quiet"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
