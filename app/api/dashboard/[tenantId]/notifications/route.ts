import { z } from "zod";
import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { isNotification, listNotifications } from "@/lib/notifications/list-notifications";
import { fieldErrors } from "@/lib/platform/field-errors";

const query = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.uuid("is not a cursor").optional(),
});

export const GET = memberQuestion("notifications.read", async (scope, { viewer }, request) => {
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { cursor } = asked.data;
  if (cursor && !(await isNotification(scope, cursor))) return invalid({ cursor: ["is not a cursor"] });
  return listNotifications(scope, viewer, asked.data);
});
