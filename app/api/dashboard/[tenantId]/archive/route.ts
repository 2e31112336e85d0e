import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { z } from "zod";
import { always } from "@/app/_server/proof";
import { memberErrandCommand } from "@/app/_server/route";
import { writeArchive } from "@/lib/archive/write-archive";

/** All of the business as one file: whoever asks has just shown who they are. That is why it is a POST. */
export const POST = memberErrandCommand(
  "archive.take",
  z.object({}),
  async ({ actor }, _, { tenantId }) => {
    const { path, name, remove } = await writeArchive(tenantId, actor);
    const file = createReadStream(path);
    // Fetched or given up, it does not stay here.
    file.once("close", () => void remove());
    return new Response(Readable.toWeb(file) as ReadableStream, {
      headers: {
        "content-type": "application/gzip",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  },
  always,
);
