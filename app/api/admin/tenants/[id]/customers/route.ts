import { lookedIntoRows } from "@/app/_server/admin-rows";
import { listTenantCustomers } from "@/lib/admin/list-tenant-customers";

export const GET = lookedIntoRows("customers", listTenantCustomers);
