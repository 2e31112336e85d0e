import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"input">, "id"> & {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  error?: string | undefined;
  /** More than one makes it a text area. */
  lines?: number;
};

const shape = "w-full rounded-control border border-edge bg-surface px-3 text-ink aria-invalid:border-danger";

/** Label above, help below, the error in place of the help. */
export function Field({ name, label, help, optional, error, lines, ...props }: Props) {
  const note = error ?? help;
  const shared = {
    id: name,
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": note ? `${name}-note` : undefined,
  } as const;
  return (
    <div>
      <label htmlFor={name} className="block pb-1.5 font-medium">
        {label}
        {optional ? <span className="font-normal text-quiet"> (optional)</span> : null}
      </label>
      {lines ? (
        <textarea
          {...shared}
          rows={lines}
          maxLength={props.maxLength}
          defaultValue={props.defaultValue}
          className={`${shape} block py-2.5`}
        />
      ) : (
        <input {...props} {...shared} className={`${shape} h-12`} />
      )}
      {note ? (
        <p id={`${name}-note`} className={`pt-1.5 text-sm ${error ? "text-danger" : "text-quiet"}`}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
