"use client";

import { apiBase } from "@/app/_components/data/keys";
import { useAct } from "@/app/_components/data/use-act";
import { EnquiryList } from "@/app/_components/enquiries/enquiry-list";
import { useShell } from "@/app/_components/shell/shell-context";
import { becomeIt } from "./actions";

export function HouseEnquiries({ show }: { show: string }) {
  const { tenant } = useShell();
  const act = useAct("enquiries");
  return (
    <EnquiryList
      base={apiBase(tenant.id)}
      show={show}
      timeZone={tenant.timeZone}
      become={(enquiryId, become) => act((tenantId) => becomeIt(tenantId, { enquiryId, become }))}
    />
  );
}
