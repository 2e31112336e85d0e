import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
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
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <SelectField
        name={`${name}-kind`}
        label={label}
        value={typed.kind}
        onChange={(event) => onType({ ...typed, kind: event.target.value as TypedFee["kind"] })}
        choices={[
          { value: "none", label: "Nothing" },
          { value: "percent", label: "A part of the price" },
          { value: "fixed", label: "An amount" },
        ]}
        {...(help ? { help } : {})}
      />
      {typed.kind === "none" ? null : (
        <Field
          name={`${name}-much`}
          label={typed.kind === "percent" ? "Percent" : `Amount in ${currency}`}
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
