import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SWRConfig } from "swr";
import { RenderedAt } from "@/app/_components/live/rendered-at";
import { requireMember } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { fileChoices } from "@/lib/customers/file-choices";
import { getCustomer } from "@/lib/customers/get-customer";
import { timeline } from "@/lib/customers/timeline";
import { isId } from "@/lib/platform/ids";
import { readTenant } from "@/lib/tenancy/with-tenant";
import { DeskPanel } from "../../bookings/desk-panel";
import { VisitPanel } from "../../visits/visit-panel";
import { customerKey, timelineKey } from "../customer-keys";
import { CustomerView } from "./customer-view";
import { EditSheet } from "./edit-sheet";
import { WaysSheet } from "./ways-sheet";

export const generateMetadata = async (): Promise<Metadata> => {
  const say = await sayHere();
  return { title: say("Customer") };
};

type Props = { params: Promise<{ tenantId: string; customerId: string }> };

export default async function CustomerFilePage({ params }: Props) {
  const { tenantId, customerId } = await params;
  const { actor } = await requireMember(tenantId, "customers.see");
  if (!isId(customerId)) notFound();
  const [file, latest, choices] = await readTenant(tenantId, actor, (scope) =>
    Promise.all([
      getCustomer(scope, customerId),
      timeline(scope, customerId, { kind: undefined, cursor: undefined }),
      fileChoices(scope),
    ]),
  );
  if (!file) notFound();
  const fallback = { [customerKey(tenantId, customerId)]: file, [timelineKey(tenantId, customerId)]: latest };
  return (
    <SWRConfig value={{ fallback }}>
      <RenderedAt position={file.position} />
      <CustomerView customerId={customerId} />
      <EditSheet customerId={customerId} choices={choices} />
      <WaysSheet customerId={customerId} />
      <DeskPanel />
      <VisitPanel staff={choices.staff} />
    </SWRConfig>
  );
}
