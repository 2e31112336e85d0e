import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type TakenSms = { to: string; message: string; from: string | null; username: string; messageId: string };
export type SmsAnswer = { http: number; code?: number; status?: string; message?: string; sent?: boolean };

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/**
 * Answers as Africa's Talking does, on this machine: form in, JSON out, 201 for what it takes. `answers`: what it says next
 * instead, in their order; `always`: what it says to a number.
 */
export async function startSmsServer(apiKey: string) {
  const taken: TakenSms[] = [];
  const answers: SmsAnswer[] = [];
  const always = new Map<string, SmsAnswer>();
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests += 1;
    const form = new URLSearchParams(await textOf(request));
    const to = form.get("to") ?? "";
    const said: SmsAnswer = answers.shift() ?? always.get(to) ?? { http: 201 };
    if (request.headers.apikey !== apiKey) {
      response.writeHead(401).end("The supplied authentication is invalid");
      return;
    }
    if (said.http !== 201) {
      response.writeHead(said.http).end("busy");
      return;
    }
    const { code = 101, status = "Success", message = "Sent to 1/1 Total Cost: KES 0.8000" } = said;
    const messageId = `ATXid_${crypto.randomUUID().replaceAll("-", "")}`;
    if (code < 200 && said.sent !== false)
      taken.push({
        to,
        message: form.get("message") ?? "",
        from: form.get("from"),
        username: form.get("username") ?? "",
        messageId,
      });
    const recipient = {
      statusCode: code,
      number: to,
      status,
      cost: code < 200 ? "KES 0.8000" : "0",
      messageId: code < 200 ? messageId : "None",
    };
    response
      .writeHead(201, { "content-type": "application/json" })
      .end(
        JSON.stringify({ SMSMessageData: { Message: message, Recipients: said.sent === false ? [] : [recipient] } }),
      );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    answers,
    always,
    requests: () => requests,
    close: () => new Promise((done) => server.close(done)),
  };
}
