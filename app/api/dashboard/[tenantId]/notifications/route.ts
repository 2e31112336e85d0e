import { invalid } from "@/app/_server/problem";
import { memberQuestion } from "@/app/_server/route";
import { notificationQuery } from "@/lib/notifications/input";
import { isNotification, listNotifications } from "@/lib/notifications/list-notifications";
import { fieldErrors } from "@/lib/platform/field-errors";

export const GET = memberQuestion("notifications.read", async (scope, { viewer }, request) => {
  const asked = notificationQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { cursor } = asked.data;
  if (cursor && !(await isNotification(scope, cursor))) return invalid({ cursor: ["is not a cursor"] });
  return listNotifications(scope, viewer, asked.data);
});
