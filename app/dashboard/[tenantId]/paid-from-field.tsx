import { SelectField } from "@/app/_components/ui/select-field";

type Props = { error: string | undefined; onlyDrawer?: boolean };

/** Out of which money somebody or something is paid. */
export const PaidFromField = ({ error, onlyDrawer = false }: Props) => (
  <SelectField
    name="paidFrom"
    label="Paid from"
    error={error}
    choices={[
      ...(onlyDrawer ? [] : [{ value: "elsewhere", label: "Elsewhere: bank, or your own M-Pesa" }]),
      { value: "cash", label: "Cash from the drawer" },
    ]}
  />
);
