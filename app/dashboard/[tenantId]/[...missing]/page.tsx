import { notFound } from "next/navigation";
import { requireMember } from "@/app/_server/visitor";

/** Whatever has no page in here: told inside the business, and to its members only. */
export default async function Missing({ params }: { params: Promise<{ tenantId: string }> }) {
  await requireMember((await params).tenantId, "today.see");
  notFound();
}
