"use server";

import { done, memberAction } from "@/app/_server/action";
import { messageSettingsInput } from "@/lib/notifications/input";
import { setMessageSettings } from "@/lib/notifications/settings";

export const setMessages = memberAction("settings.manage", messageSettingsInput, async (scope, _, input) =>
  done(await setMessageSettings(scope, input)),
);
