import { requireAdmin } from "@/app/_server/visitor";
import { TenantFileView } from "./tenant-file";

type Props = { params: Promise<{ id: string }> };

export default async function TenantFilePage({ params }: Props) {
  await requireAdmin("tenants.decide");
  const { id } = await params;
  return (
    <div className="grid max-w-240 grid-cols-[minmax(0,1fr)] gap-8 px-4 pt-6 md:px-6 xl:px-8">
      <TenantFileView id={id} />
    </div>
  );
}
