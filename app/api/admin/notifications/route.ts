import { invalid } from "@/app/_server/problem";
import { adminQuestion } from "@/app/_server/route";
import { adminActor, adminViewer } from "@/app/_server/visitor";
import { notificationQuery } from "@/lib/notifications/input";
import { isNotification, listNotifications } from "@/lib/notifications/list-notifications";
import { fieldErrors } from "@/lib/platform/field-errors";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";
import { readTenant } from "@/lib/tenancy/with-tenant";

export const GET = adminQuestion("tenants.decide", async (visitor, request) => {
  const asked = notificationQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return invalid(fieldErrors(asked.error));
  const { cursor } = asked.data;
  return readTenant(platformTenantId, await adminActor(visitor), async (scope) =>
    cursor && !(await isNotification(scope, cursor))
      ? invalid({ cursor: ["is not a cursor"] })
      : listNotifications(scope, adminViewer(visitor), asked.data),
  );
});
