import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"select">, "id"> & {
  name: string;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
};

/** A Field whose answer is chosen from a list; the device's own picker. */
export function ChoiceField({ name, label, help, error, children, ...props }: Props) {
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      <select
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${name}-note` : undefined}
        className="h-11 w-full min-w-0 rounded-control border border-edge bg-surface px-2 text-md text-ink aria-invalid:border-danger"
        {...props}
      >
        {children}
      </select>
      {note ? (
        <p id={`${name}-note`} className={error ? "text-danger" : "text-quiet"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
