import { redirect } from "next/navigation";
import { requireAdmin } from "@/app/_server/visitor";

export default async function AdminPage() {
  await requireAdmin("tenants.decide");
  redirect("/admin/tenants");
}
