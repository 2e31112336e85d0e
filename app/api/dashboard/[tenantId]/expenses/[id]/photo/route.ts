import { z } from "zod";
import { photoAnswer, photoSetAnswer } from "@/app/_server/photo-answer";
import { memberCommand, memberQuestion, memberUpload, notFoundProblem } from "@/app/_server/route";
import { getExpensePhoto, removeExpensePhoto, setExpensePhoto } from "@/lib/expenses/expense-photo";
import { mostSlipBytes } from "@/lib/expenses/rules";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

export const GET = memberQuestion<Params>("expenses.pay", async (scope, _, __, { id }) =>
  isId(id) ? photoAnswer(await getExpensePhoto(scope, id)) : notFoundProblem(),
);

export const PUT = memberUpload<Params>("expenses.pay", mostSlipBytes, async (scope, _, bytes, { id }) => {
  const set = isId(id) ? await setExpensePhoto(scope, id, bytes) : null;
  if (!set || (!set.ok && set.refusal === "unknown_expense")) return notFoundProblem();
  return photoSetAnswer(set);
});

export const DELETE = memberCommand<unknown, Params>("expenses.pay", z.unknown(), async (scope, _, __, { id }) =>
  isId(id) && (await removeExpensePhoto(scope, id)) ? {} : notFoundProblem(),
);
