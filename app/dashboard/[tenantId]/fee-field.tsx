import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { TypedFee } from "./typed-fee";

type FeeProps = {
  name: string;
  label: string;
  currency: string;
  typed: TypedFee;
  error: string | undefined;
  help?: string;
  onType(typed: TypedFee): void;
};

/** A part of the price, an amount, or nothing. */
export function FeeField({ name, label, currency, typed, error, help, onType }: FeeProps) {
  const say = useSay();
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <SelectField
        name={`${name}-kind`}
        label={label}
        value={typed.kind}
        onChange={(event) => onType({ ...typed, kind: event.target.value as TypedFee["kind"] })}
        choices={[
          { value: "none", label: say("Nothing") },
          { value: "percent", label: say("A part of the price") },
          { value: "fixed", label: say("An amount") },
        ]}
        {...(help ? { help } : {})}
      />
      {typed.kind === "none" ? null : (
        <Field
          name={`${name}-much`}
          label={typed.kind === "percent" ? say("Percent") : say("Amount in {currency}", { currency })}
          value={typed.much}
          onChange={(event) => onType({ ...typed, much: event.target.value })}
          error={error}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-40"
        />
      )}
    </div>
  );
}
