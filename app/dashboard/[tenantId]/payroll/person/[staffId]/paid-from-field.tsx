import { SelectField } from "@/app/_components/ui/select-field";

/** Out of which money somebody is paid. */
export const PaidFromField = ({ error }: { error: string | undefined }) => (
  <SelectField
    name="paidFrom"
    label="Paid from"
    error={error}
    choices={[
      { value: "elsewhere", label: "Elsewhere: bank, or your own M-Pesa" },
      { value: "cash", label: "Cash from the drawer" },
    ]}
  />
);
