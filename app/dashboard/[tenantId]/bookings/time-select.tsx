import type { ComponentProps } from "react";
import { useShell } from "@/app/_components/shell/shell-context";
import { SelectField } from "@/app/_components/ui/select-field";
import { useSay } from "@/app/_words/use-say";
import type { OpenSlot } from "@/lib/bookings/list-open-slots";
import { formatTime } from "@/lib/platform/format";

type Props = Omit<ComponentProps<typeof SelectField>, "label" | "choices"> & {
  /** Undefined until they are there. */
  times: readonly OpenSlot[] | undefined;
  first?: string;
};

/** One of the free times of a day. */
export function TimeSelect({ times, first, ...select }: Props) {
  const say = useSay();
  const { tenant } = useShell();
  const none = times ? (times.length > 0 ? (first ?? say("Choose a time")) : say("Nothing free")) : say("Looking");
  return (
    <SelectField
      {...select}
      label={say("Time")}
      choices={[
        { value: "", label: none },
        ...(times ?? []).map(({ startsAt }) => ({ value: startsAt, label: formatTime(startsAt, tenant.timeZone) })),
      ]}
    />
  );
}
