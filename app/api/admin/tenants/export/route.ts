import { fileWords } from "@/app/_server/file-words";
import { always } from "@/app/_server/proof";
import { adminCommand } from "@/app/_server/route";
import { sayTo } from "@/app/_server/say-to";
import { adminActor } from "@/app/_server/visitor";
import { exportTenants } from "@/lib/admin/export-tenants";
import { tenantFileInput } from "@/lib/admin/input";

/** Everybody's numbers at once: whoever asks has just shown who they are. That is why it is a POST. */
export const POST = adminCommand(
  "tenants.decide",
  tenantFileInput,
  async (visitor, asked) => {
    const reader = sayTo(visitor);
    const head = Object.values(fileWords[reader.language].tenants);
    return new Response(await exportTenants(await adminActor(visitor), asked, { head, reader }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="businesses.csv"',
        "cache-control": "no-store",
      },
    });
  },
  always,
);
