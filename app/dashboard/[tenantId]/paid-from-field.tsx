import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";

type Props = { error: string | undefined; onlyDrawer?: boolean };

/** Out of which money somebody or something is paid. */
export const PaidFromField = ({ error, onlyDrawer = false }: Props) => {
  const say = useSay();
  return (
    <SelectField
      name="paidFrom"
      label={say("Paid from")}
      error={error}
      choices={[
        ...(onlyDrawer ? [] : [{ value: "elsewhere", label: say("Elsewhere: bank, or your own M-Pesa") }]),
        { value: "cash", label: say("Cash from the drawer") },
      ]}
    />
  );
};
