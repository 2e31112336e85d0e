import { lookedIntoRows } from "@/app/_server/admin-rows";
import { listTenantBookings } from "@/lib/admin/list-tenant-bookings";

export const GET = lookedIntoRows("bookings", listTenantBookings);
