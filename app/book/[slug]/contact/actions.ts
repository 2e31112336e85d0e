"use server";

import type { EnquiryState } from "@/app/_components/enquiries/form-state";
import { sendEnquiry } from "@/app/_server/enquiry";
import { findTenant } from "@/lib/tenancy/doors/find-tenant";

/** Something that a stranger asks a business. */
export async function askHouse(_: EnquiryState, form: FormData): Promise<EnquiryState> {
  return sendEnquiry(form, async (text) => {
    const tenant = await findTenant(text("slug").slice(0, 200));
    return tenant?.status === "active" ? tenant.id : null;
  });
}
