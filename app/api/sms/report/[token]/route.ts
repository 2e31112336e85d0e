import { readText } from "@/app/_server/read-json";
import { answering, json, notFoundProblem } from "@/app/_server/route";
import { hearReport } from "@/lib/notifications/hear-report";
import { isReportToken } from "@/lib/notifications/report-token";

type Context = { params: Promise<{ token: string }> };

/** Africa's Talking posts here what became of an SMS. */
export const POST = (request: Request, { params }: Context): Promise<Response> =>
  answering(async () => {
    if (!isReportToken((await params).token)) return notFoundProblem();
    const text = await readText(request);
    if (text instanceof Response) return text;
    await hearReport(new URLSearchParams(text));
    return json({ heard: true });
  });
