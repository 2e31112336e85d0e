"use server";

import { memberAction } from "@/app/_server/action";
import { later } from "@/app/_server/later";
import { tillAnswer } from "@/app/_server/till-refused";
import { sendPrompt } from "@/lib/payments/send-prompt";
import { changeSale } from "@/lib/till/change-sale";
import {
  askSaleInput,
  changeProductInput,
  changeSaleInput,
  openSaleInput,
  productInput,
  saleCodeInput,
  sendReceiptInput,
  takePaymentInput,
  tillSettingsInput,
  voidSaleInput,
} from "@/lib/till/input";
import { openSale } from "@/lib/till/open-sale";
import { payAtCounter } from "@/lib/till/pay-at-counter";
import { askForSale, takeCodeForSale } from "@/lib/till/pay-by-mpesa";
import { addProduct, changeProduct, setVat } from "@/lib/till/products";
import { sendReceipt } from "@/lib/till/send-receipt";
import { voidSale } from "@/lib/till/void-sale";

export const sell = memberAction("till.use", openSaleInput, async (scope, _, wish) =>
  tillAnswer(await openSale(scope, wish)),
);

export const sellOther = memberAction("till.use", changeSaleInput, async (scope, _, wish) =>
  tillAnswer(await changeSale(scope, wish)),
);

export const take = memberAction("till.use", takePaymentInput, async (scope, _, wish) =>
  tillAnswer(await payAtCounter(scope, wish)),
);

/** Asks the payer's phone, as soon as the answer is out. */
export const askPhone = memberAction("till.use", askSaleInput, async (scope, _, wish) => {
  const asked = await askForSale(scope, wish);
  if (asked.ok) later(() => sendPrompt(scope.tenantId, asked.value.paymentId));
  return tillAnswer(asked);
});

/** What was paid by itself, by the code of its message. */
export const takeCode = memberAction("till.use", saleCodeInput, async (scope, _, wish) =>
  tillAnswer(await takeCodeForSale(scope, wish)),
);

export const voidIt = memberAction("till.use", voidSaleInput, async (scope, _, wish) =>
  tillAnswer(await voidSale(scope, wish)),
);

export const send = memberAction("till.use", sendReceiptInput, async (scope, _, wish) =>
  tillAnswer(await sendReceipt(scope, wish)),
);

export const add = memberAction("till.manage", productInput, async (scope, _, wish) =>
  tillAnswer(await addProduct(scope, wish)),
);

export const change = memberAction("till.manage", changeProductInput, async (scope, _, wish) =>
  tillAnswer(await changeProduct(scope, wish)),
);

export const taxPrices = memberAction("till.manage", tillSettingsInput, async (scope, _, wish) =>
  tillAnswer(await setVat(scope, wish)),
);
