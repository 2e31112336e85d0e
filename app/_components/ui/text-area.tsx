import type { ComponentProps } from "react";
import { FieldFrame, type Framed, framedBy } from "./field-frame";

type Props = Omit<ComponentProps<"textarea">, "id" | "name" | "className"> & Framed;

/** Several lines of text, framed. */
export function TextArea({ name, label, help, error, ...props }: Props) {
  const frame = { name, label, help, error };
  return (
    <FieldFrame {...frame}>
      <textarea
        {...framedBy(frame)}
        rows={3}
        className="w-full rounded-control border border-edge bg-surface px-3 py-2 text-md text-ink transition-colors placeholder:text-quiet aria-invalid:border-danger"
        {...props}
      />
    </FieldFrame>
  );
}
