"use server";

import type { EnquiryState } from "@/app/_components/enquiries/form-state";
import { sendEnquiry } from "@/app/_server/enquiry";
import { platformTenantId } from "@/lib/tenancy/platform-tenant";

/** Something that a stranger asks the platform. */
export async function askPlatform(_: EnquiryState, form: FormData): Promise<EnquiryState> {
  return sendEnquiry(form, async () => platformTenantId);
}
