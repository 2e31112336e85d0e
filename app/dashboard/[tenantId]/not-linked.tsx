import { UserRoundSearch } from "lucide-react";
import { EmptyState } from "@/app/_components/ui/empty-state";

/** Staff see what is their own, and of this login nobody has said yet whose it is. */
export const NotLinked = () => (
  <EmptyState
    icon={UserRoundSearch}
    title="Your login is not linked to a staff profile yet"
    why="Ask your manager to link it. Then your own appointments and your profile appear here."
  />
);
