"use server";

import { z } from "zod";
import { done, memberAction, memberErrand } from "@/app/_server/action";
import { testAnswer } from "@/app/_server/message-refused";
import { checkCallback } from "@/lib/notifications/check-callback";
import { testMessageInput } from "@/lib/notifications/input";
import { sendTest } from "@/lib/notifications/send-test";

export const tryMessage = memberAction("settings.manage", testMessageInput, async (scope, _, input) =>
  testAnswer(await sendTest(scope, input)),
);

export const tryCallback = memberErrand("settings.manage", z.object({}), async () => done(await checkCallback()));
