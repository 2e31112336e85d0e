import { memberCommand, memberQuestion } from "@/app/_server/route";
import { messageSettingsInput } from "@/lib/notifications/input";
import { getHouseMessages, setMessageSettings } from "@/lib/notifications/settings";

export const GET = memberQuestion("settings.see", getHouseMessages);

/** How the business writes to its customers: in whose name, when not, what of, and when it reminds. */
export const PUT = memberCommand("settings.manage", messageSettingsInput, async (scope, _, input) =>
  setMessageSettings(scope, input),
);
