import type { ComponentProps } from "react";
import { cn } from "./cn";
import { FieldFrame, type Framed, framedBy } from "./field-frame";

type Props = Omit<ComponentProps<"input">, "id" | "name"> & Framed;

/** One line of text, framed. */
export function Field({ name, id, label, help, error, className, ...props }: Props) {
  const frame = { name, id, label, help, error };
  return (
    <FieldFrame {...frame}>
      <input
        {...framedBy(frame)}
        className={cn(
          "h-11 w-full rounded-control border border-edge bg-surface px-3 text-md text-ink transition-colors placeholder:text-quiet aria-invalid:border-danger",
          className,
        )}
        {...props}
      />
    </FieldFrame>
  );
}
