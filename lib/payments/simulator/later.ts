import { nairobiTimestamp } from "../daraja/nairobi-time";
import { post } from "./deliver";
import { badField, firstBad, isAmount, isCallbackUrl, isShortcode, type Question, type Reply } from "./reply";
import { iso, type Moved, newReceipt, type World } from "./world";

const resultMs = 5_000;
const timeoutMs = 10_000;

type Result = { code: number | string; words: string; parameters?: [string, unknown?][]; lost?: true };

const common = [
  ["Initiator", (value: string) => value.length > 0],
  ["SecurityCredential", (value: string) => value.length > 100],
  ["TransactionID", (value: string) => /^[A-Z0-9]{10}$/.test(value)],
  ["Remarks", (value: string) => value.length >= 2 && value.length <= 100],
  ["QueueTimeOutURL", isCallbackUrl],
  ["ResultURL", isCallbackUrl],
] as const;

/** Gives a payment back. What comes of it is told later, or in one case never. */
export function takeReversal(question: Question): Reply {
  const bad = firstBad(question.body, [
    ["CommandID", (value) => value === "TransactionReversal"],
    ...common,
    ["Amount", isAmount],
    ["ReceiverParty", isShortcode],
    ["RecieverIdentifierType", (value) => value === "11"],
  ]);
  return bad ? badField(question.world, bad) : takeOn(question, reversed);
}

export function takeStatus(question: Question): Reply {
  const bad = firstBad(question.body, [
    ["CommandID", (value) => value === "TransactionStatusQuery"],
    ...common,
    ["PartyA", isShortcode],
    ["IdentifierType", (value) => value === "4"],
  ]);
  return bad ? badField(question.world, bad) : takeOn(question, status);
}

function takeOn({ world, account, body }: Question, work: (question: Question) => Result): Reply {
  const { clock, random } = world;
  const now = clock.now();
  const ids = {
    OriginatorConversationID: `${random.hex(4)}-${random.hex(4)}-${random.hex(20)}`,
    ConversationID: `AG_${nairobiTimestamp(new Date(now)).slice(0, 8)}_${random.hex(20)}`,
  };
  clock.at(now + resultMs, () => {
    const { code, words, parameters, lost } = refusesInitiator(world, account, body) ?? work({ world, account, body });
    const told = {
      ResultType: 0,
      ResultCode: code,
      ResultDesc: words,
      ...ids,
      TransactionID: newReceipt(world),
      ...(parameters && {
        ResultParameters: { ResultParameter: parameters.map(([Key, Value]) => ({ Key, Value })) },
      }),
      ReferenceData: { ReferenceItem: { Key: "QueueTimeoutURL", Value: String(body.QueueTimeOutURL) } },
    };
    const answer = (url: unknown, Result: object) =>
      post(world, { url: String(url), shortcode: account.shortcode, body: JSON.stringify({ Result }) });
    if (!lost) return answer(body.ResultURL, told);
    const notice = { ResultType: 1, ResultCode: 1, ResultDesc: "The request timed out in the queue.", ...ids };
    clock.at(now + timeoutMs, () => answer(body.QueueTimeOutURL, notice));
  });
  return {
    status: 200,
    body: { ...ids, ResponseCode: "0", ResponseDescription: "Accept the service request successfully." },
  };
}

function refusesInitiator(world: World, { initiator }: Question["account"], body: Question["body"]): Result | null {
  if (!initiator || body.Initiator !== initiator.name)
    return { code: 21, words: "The initiator is not allowed to initiate this request." };
  return world.opened(String(body.SecurityCredential)) === initiator.password
    ? null
    : { code: 2001, words: "The initiator information is invalid." };
}

const ofReceipt = ({ world, account, body }: Question): Moved | undefined =>
  world.till.find(({ receipt, shortcode }) => receipt === body.TransactionID && shortcode === account.shortcode);

function reversed(question: Question): Result {
  const { world, body } = question;
  const paid = ofReceipt(question);
  const script = paid?.checkoutRequestId ? world.prompts.get(paid.checkoutRequestId)?.timeline.reversal : undefined;
  const amount = Number(body.Amount);
  if (!paid || paid.amount < amount) return { code: "R000002", words: "The original transaction id is invalid." };
  const before = world.till.some(({ reverses }) => reverses === paid.receipt);
  if (before || script === "already") return { code: "R000001", words: "The transaction has already been reversed." };
  const receipt = newReceipt(world);
  const at = iso(world.clock.now());
  world.till.push({ ...paid, receipt, at, amount: -amount, reverses: paid.receipt });
  return {
    code: 0,
    words: "The service request is processed successfully.",
    parameters: [
      ["Amount", amount],
      ["TransCompletedTime", Number(nairobiTimestamp(new Date(at)))],
      ["OriginalTransactionID", paid.receipt],
      ["Charge", 0],
      ["CreditPartyPublicName", `${paid.phone.slice(0, 4)} ***** ${paid.phone.slice(-3)}`],
    ],
    ...(script === "result_lost" && { lost: true as const }),
  };
}

function status(question: Question): Result {
  const paid = ofReceipt(question);
  if (!paid) return { code: "R000002", words: "The original transaction id is invalid." };
  const time = Number(nairobiTimestamp(new Date(paid.at)));
  return {
    code: 0,
    words: "The service request is processed successfully.",
    parameters: [
      ["DebitPartyName", "- Wanjiru"],
      ["DebitPartyName", `${paid.phone.slice(0, 4)} ***** ${paid.phone.slice(-3)}`],
      ["CreditPartyName", `${paid.shortcode} - ${question.account.name}`],
      ["ReceiptNo", paid.receipt],
      ["Amount", paid.amount],
      ["TransactionStatus", "Completed"],
      ["InitiatedTime", time],
      ["FinalisedTime", time],
      ["ReasonType"],
    ],
  };
}
