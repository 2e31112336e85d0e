"use client";

import { adminBase } from "@/app/_components/data/keys";
import { EnquiryList } from "@/app/_components/enquiries/enquiry-list";
import { useAdminAct } from "../use-admin-act";
import { becomeOurs } from "./actions";

export function OurEnquiries({ show }: { show: string }) {
  const act = useAdminAct(`${adminBase}/enquiries`);
  return (
    <EnquiryList
      base={adminBase}
      show={show}
      timeZone="Africa/Nairobi"
      become={(enquiryId, become) => act(() => becomeOurs({ enquiryId, become }))}
    />
  );
}
