import type { Deposit } from "@/lib/payments/get-deposit";

type Latest = NonNullable<Deposit["latest"]>;

/** Why it was not paid, and what to do about it. */
export function failureWords({ why }: Latest, house: string): string {
  switch (why) {
    case "funds":
      return "There was not enough money in M-Pesa. Top up, or let another phone pay.";
    case "limit":
      return "M-Pesa does not let this phone pay as much today. Let another phone pay.";
    case "cancelled":
      return "It was cancelled on the phone. Nothing was paid; ask again when you are ready.";
    case "expired":
      return "Nobody answered on the phone in time. Is it switched on, and has it a signal? Then ask again.";
    case "pin":
      return "The PIN was wrong, so nothing was paid. Ask again.";
    case "retry_later":
      return "M-Pesa is busy just now. Nothing was paid; ask again in two minutes.";
    case "merchant":
    case "config":
      return `M-Pesa cannot take money for ${house} in this way at the moment. Pay by hand below, or call.`;
    default:
      return "It was not paid, and M-Pesa does not say why. Ask again, or call.";
  }
}

/** While nobody knows yet. */
export const waitingWords = ({ status, claimed }: Latest): { title: string; text: string } => {
  if (claimed)
    return { title: `Asking M-Pesa about ${claimed}`, text: "This takes a minute or two. Please do not pay again." };
  if (status === "unknown")
    return {
      title: "M-Pesa has not answered yet",
      text: "If you have typed your PIN, please do not pay again: this page shows it as soon as M-Pesa tells us.",
    };
  return { title: "Look at your phone", text: "Type your M-Pesa PIN there. This page goes on by itself." };
};
