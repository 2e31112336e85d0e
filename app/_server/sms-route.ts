import "server-only";
import { isReportToken } from "@/lib/notifications/report-token";
import { readText } from "./read-json";
import { answering, json, notFoundProblem } from "./route";

type Context = { params: Promise<{ token: string }> };

/** What the SMS network posts to an address that it alone knows; whatever it says is heard. */
export const fromNetwork =
  (hear: (form: URLSearchParams) => Promise<unknown>) =>
  (request: Request, { params }: Context): Promise<Response> =>
    answering(async () => {
      if (!isReportToken((await params).token)) return notFoundProblem();
      const text = await readText(request);
      if (text instanceof Response) return text;
      await hear(new URLSearchParams(text));
      return json({ heard: true });
    });
