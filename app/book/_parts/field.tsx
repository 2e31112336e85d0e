import type { ComponentProps } from "react";

type Props = ComponentProps<"input"> & {
  /** Its id as well, where no other one tells it from a field of the same name. */
  name: string;
  label: string;
  help?: string;
  /** What says that it may be left empty. */
  optional?: string;
  error?: string | undefined;
  /** More than one makes it a text area. */
  lines?: number;
};

const shape = "w-full rounded-control border border-edge bg-surface px-3 text-ink aria-invalid:border-danger";

/** Label above, help below, the error in place of the help. */
export function Field({ name, id = name, label, help, optional, error, lines, ...props }: Props) {
  const note = error ?? help;
  const shared = {
    id,
    name,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": note ? `${id}-note` : undefined,
  } as const;
  return (
    <div>
      <label htmlFor={id} className="block pb-1.5 font-medium">
        {label}
        {optional ? <span className="font-normal text-quiet"> {optional}</span> : null}
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
        <p id={`${id}-note`} className={`pt-1.5 text-sm ${error ? "text-danger" : "text-quiet"}`}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
