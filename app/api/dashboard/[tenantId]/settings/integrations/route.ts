import { testReply } from "@/app/_server/message-refused";
import { memberCommand, memberQuestion } from "@/app/_server/route";
import { testMessageInput } from "@/lib/notifications/input";
import { getIntegrations } from "@/lib/notifications/integrations";
import { sendTest } from "@/lib/notifications/send-test";

export const GET = memberQuestion("settings.manage", getIntegrations);

/** A test message to an address or number; what becomes of it stands in the answer to GET. */
export const POST = memberCommand("settings.manage", testMessageInput, async (scope, _, input) =>
  testReply(await sendTest(scope, input)),
);
