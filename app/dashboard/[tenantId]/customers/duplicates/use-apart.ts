import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import type { Apart } from "@/lib/records/find-duplicates";
import { sayApart } from "../record-actions";

export type Two = Pick<Apart, "one" | "other">;

/** Says that two who look alike are two, with the way back; or takes that back. */
export function useApart() {
  const act = useAct("customers");
  const say = async ({ one, other }: Two, apart: boolean): Promise<void> => {
    const answer = await act((tenantId) => sayApart(tenantId, { oneId: one.id, otherId: other.id, apart }));
    if (!answer.ok) {
      toast.error(answer.problem);
      return;
    }
    const undo = { action: { label: "Undo", onClick: () => say({ one, other }, false) } };
    toast(apart ? `${one.name}: two people` : `${one.name}: asked again`, apart ? undo : {});
  };
  return say;
}
