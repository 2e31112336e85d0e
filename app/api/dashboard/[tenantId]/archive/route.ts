import { Readable } from "node:stream";
import { z } from "zod";
import { always } from "@/app/_server/proof";
import { memberErrandCommand } from "@/app/_server/route";
import { writeArchive } from "@/lib/archive/write-archive";

/**
 * All of the business as one file: whoever asks has just shown who they are. That is why it is a POST. A form of our
 * page sends it, so that the browser saves the file itself and whoever asked may go on.
 */
export const POST = memberErrandCommand(
  "archive.take",
  z.object({}),
  async ({ actor }, _, { tenantId }) => {
    const { name, bytes } = await writeArchive(tenantId, actor);
    return new Response(Readable.toWeb(bytes) as ReadableStream, {
      headers: {
        "content-type": "application/gzip",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  },
  always,
);
