import { listAudit } from "@/lib/auth/list-audit";
import { onOwnAccount, type Self } from "@/lib/auth/own-account";

/** What somebody did to their own login, oldest first, as the platform's log shows it. */
export const ownDeeds = async (self: Self) => {
  const { items } = await onOwnAccount(self, (scope) => listAudit(scope, { member: self.userId }, { limit: 100 }));
  return items.toReversed();
};
