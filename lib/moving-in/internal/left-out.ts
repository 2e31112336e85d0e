import type { Dump } from "../dump";
import type { Report } from "../report";

/** What stays where it is, and why. */
const reasons: Record<string, string> = {
  chatsession: "what was written in chats stays in the old system",
  chatmessage: "what was written in chats stays in the old system",
  contactmessage: "enquiries stay in the old system",
  inventorylog: "stock begins with what there is",
  notification: "what people were told stays in the old system",
  otp: "codes that are over",
  paymenttransaction: "what was asked of phones: what was paid came with the visits",
  sale: "a page that nobody could open wrote these",
  subscriptionplan: "plans are this platform’s own",
  tenantsubscription: "each business begins with a trial",
};

export const leftOut = (dump: Dump, brought: readonly string[]): Report["left"] =>
  [...dump].flatMap(([model, rows]) =>
    brought.includes(model) ? [] : { model, rows: rows.length, why: reasons[model] ?? "nothing here knows what it is" },
  );
