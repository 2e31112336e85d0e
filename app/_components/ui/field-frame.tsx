import type { ReactNode } from "react";

export type Framed = { name: string; label: string; help?: string | undefined; error?: string | undefined };

/** What an input says of itself to those who cannot see its frame. */
export const framedBy = ({ name, help, error }: Framed) => ({
  id: name,
  name,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": (error ?? help) ? `${name}-note` : undefined,
});

/** Label above, help below, the error in place of the help. */
export function FieldFrame({ name, label, help, error, children }: Framed & { children: ReactNode }) {
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={name} className="font-medium">
        {label}
      </label>
      {children}
      {note ? (
        <p id={`${name}-note`} role={error ? "alert" : undefined} className={error ? "text-danger" : "text-quiet"}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
