import { nairobiText, readNairobi } from "../daraja/nairobi-time";
import { payTyped } from "./confirm";
import {
  badField,
  error,
  firstBad,
  isAmount,
  isCallbackUrl,
  isPhone,
  isShortcode,
  type Question,
  type Reply,
} from "./reply";

const banned = /m-?pesa|safaricom|exec?|cmd|sql|query|ngrok|requestbin/i;
const isReportUrl = (value: string) => isCallbackUrl(value) && !banned.test(value);

/** In live use the addresses can be told once; the sandbox overwrites them. */
export function register({ world, body }: Question, { hashes, once }: { hashes: boolean; once: boolean }): Reply {
  const bad = firstBad(body, [
    ["ShortCode", isShortcode],
    ["ResponseType", (value) => value === "Completed" || value === "Cancelled"],
    ["ConfirmationURL", isReportUrl],
    ["ValidationURL", isReportUrl],
  ]);
  if (bad) return badField(world, bad);
  const shortcode = String(body.ShortCode);
  if (once && world.registered.has(shortcode)) return error(world, 500, "500.003.1001", "Urls are already registered");
  world.registered.set(shortcode, {
    confirmationUrl: String(body.ConfirmationURL),
    validationUrl: String(body.ValidationURL),
    completes: body.ResponseType === "Completed",
    hashes,
  });
  return {
    status: 200,
    body: {
      OriginatorCoversationID: `${world.random.hex(4)}-${world.random.hex(20)}`,
      ResponseCode: "0",
      ResponseDescription: "success",
    },
  };
}

export function simulateTyped({ world, body }: Question): Reply {
  const bad = firstBad(body, [
    ["ShortCode", isShortcode],
    ["CommandID", (value) => /^Customer(PayBill|BuyGoods)Online$/.test(value)],
    ["Amount", isAmount],
    ["Msisdn", isPhone],
  ]);
  if (bad) return badField(world, bad);
  const typed = {
    shortcode: String(body.ShortCode),
    amount: Number(body.Amount),
    phone: String(body.Msisdn),
    reference: String(body.BillRefNumber ?? "").slice(0, 20),
  };
  world.clock.at(world.clock.now() + 1_000, () => payTyped(world, typed));
  return {
    status: 200,
    body: {
      OriginatorCoversationID: `${world.random.hex(4)}-${world.random.hex(20)}`,
      ResponseCode: "0",
      ResponseDescription: "Accept the service request successfully.",
    },
  };
}

export function registerPull({ world, body }: Question): Reply {
  const bad = firstBad(body, [
    ["ShortCode", isShortcode],
    ["RequestType", (value) => value === "Pull"],
    ["NominatedNumber", isPhone],
    ["CallBackURL", isCallbackUrl],
  ]);
  if (bad) return badField(world, bad);
  const again = world.pulling.has(String(body.ShortCode));
  world.pulling.add(String(body.ShortCode));
  return {
    status: 200,
    body: {
      ResponseRefID: world.random.hex(16),
      ResponseStatus: again ? "1001" : "1000",
      ShortCode: String(body.ShortCode),
      ResponseDescription: again ? "Shortcode already registered" : "Shortcode Registered Successfully",
    },
  };
}

const longestMs = 48 * 3_600_000;
const pageSize = 100;

export function pull({ world, account, body }: Question): Reply {
  const isTime = (value: string) => readNairobi(value) !== null;
  const bad = firstBad(body, [
    ["ShortCode", isShortcode],
    ["StartDate", isTime],
    ["EndDate", isTime],
    ["OffSetValue", (value) => /^\d+$/.test(value)],
  ]);
  if (bad) return badField(world, bad);
  const from = Math.max(readNairobi(body.StartDate)!.getTime(), world.clock.now() - longestMs);
  // Whole seconds are asked for; what happened within the last one belongs to it.
  const to = readNairobi(body.EndDate)!.getTime() + 999;
  const offset = Number(body.OffSetValue);
  const found = world.till.filter(({ shortcode, at, amount }) => {
    const when = Date.parse(at);
    return shortcode === String(body.ShortCode) && amount > 0 && when >= from && when <= to;
  });
  return {
    status: 200,
    body: {
      ResponseRefID: world.random.hex(16),
      ResponseCode: "1000",
      ResponseMessage: "Success",
      Response: [
        found.slice(offset, offset + pageSize).map((moved) => ({
          transactionId: moved.receipt,
          trxDate: nairobiText(new Date(moved.at)),
          msisdn: `${moved.phone.slice(0, 4)}*****${moved.phone.slice(-3)}`,
          sender: "MPESA",
          transactiontype: account.kind === "till" ? "c2b-buy-goods" : "c2b-pay-bill-debit",
          billreference: moved.reference,
          amount: `${moved.amount}.0`,
          organizationname: account.name,
        })),
      ],
    },
  };
}
