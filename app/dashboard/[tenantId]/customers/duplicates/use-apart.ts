import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { wayBack } from "@/app/_components/data/way-back";
import { useSay } from "@/app/_words/use-say";
import type { Apart } from "@/lib/records/find-duplicates";
import { sayApart } from "../record-actions";

export type Two = Pick<Apart, "one" | "other">;

/** Says that two who look alike are two, with the way back; or takes that back. */
export function useApart() {
  const say = useSay();
  const act = useAct("customers");
  const tellApart = async ({ one, other }: Two, apart: boolean): Promise<void> => {
    const answer = await act((tenantId) => sayApart(tenantId, { oneId: one.id, otherId: other.id, apart }));
    if (!answer.ok) {
      toast.error(answer.problem);
      return;
    }
    toast(
      apart ? say("{name}: two people", { name: one.name }) : say("{name}: asked again", { name: one.name }),
      apart ? wayBack(say, () => tellApart({ one, other }, false)) : {},
    );
  };
  return tellApart;
}
