"use server";

import { z } from "zod";
import { done, memberAction } from "@/app/_server/action";
import { markRead as mark } from "@/lib/notifications/mark-read";

const notifications = z.union([z.literal("all"), z.array(z.uuid()).min(1).max(100)]);

export const markRead = memberAction("notifications.read", notifications, async (scope, { viewer }, ids) =>
  done(await mark(scope, viewer, ids)),
);
