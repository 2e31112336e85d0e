import type { ReactNode } from "react";

export type Framed = {
  /** The id as well, where no other one tells it from a field of the same name. */
  name: string;
  id?: string | undefined;
  label: string;
  help?: string | undefined;
  error?: string | undefined;
};

/** What an input says of itself to those who cannot see its frame. */
export const framedBy = ({ name, id = name, help, error }: Framed) => ({
  id,
  name,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": (error ?? help) ? `${id}-note` : undefined,
});

/** Label above, help below, the error in place of the help. */
export function FieldFrame({ name, id = name, label, help, error, children }: Framed & { children: ReactNode }) {
  const note = error ?? help;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {note ? (
        <p
          id={`${id}-note`}
          role={error ? "alert" : undefined}
          className={`wrap-anywhere ${error ? "text-danger" : "text-quiet"}`}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
