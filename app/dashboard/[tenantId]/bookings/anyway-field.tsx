import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { mostReason } from "@/lib/bookings/rules";

/** Asked when a time is taken of whoever may book over it: why. */
export function AnywayField({ error }: { error?: string | undefined }) {
  const say = useSay();
  return (
    <TextArea
      name="anyway"
      label={say("Why it is booked over what is there")}
      help={say("Kept in the history and the audit log. The booking is marked as overbooked.")}
      maxLength={mostReason}
      error={error}
    />
  );
}
