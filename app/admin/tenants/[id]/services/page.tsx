import { requireAdmin } from "@/app/_server/visitor";
import { ServiceRows } from "./service-rows";

type Props = { params: Promise<{ id: string }> };

export default async function TenantServicesPage({ params }: Props) {
  await requireAdmin("tenants.decide");
  const { id } = await params;
  return <ServiceRows id={id} />;
}
