import { UserRoundSearch } from "lucide-react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useSay } from "@/app/_words/use-say";

/** Staff see what is their own, and of this login nobody has said yet whose it is. */
export const NotLinked = () => {
  const say = useSay();
  return (
    <EmptyState
      icon={UserRoundSearch}
      title={say("Your login is not linked to a staff profile yet")}
      why={say("Ask your manager to link it. Then your own appointments and your profile appear here.")}
    />
  );
};
