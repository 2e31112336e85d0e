import { z } from "zod";
import { customerProblem } from "@/app/_server/customer-refused";
import { photoAnswer, photoSetAnswer } from "@/app/_server/photo-answer";
import { memberCommand, memberQuestion, memberUpload, notFoundProblem } from "@/app/_server/route";
import { mostPhotoBytes } from "@/lib/auth/photo-rules";
import { getCustomerPhoto, removeCustomerPhoto, setCustomerPhoto } from "@/lib/customers/customer-photo";
import { isId } from "@/lib/platform/ids";

type Params = { id: string };

export const GET = memberQuestion<Params>("customers.see", async (scope, _, __, { id }) =>
  isId(id) ? photoAnswer(await getCustomerPhoto(scope, id)) : notFoundProblem(),
);

export const PUT = memberUpload<Params>("customers.manage", mostPhotoBytes, async (scope, _, bytes, { id }) => {
  if (!isId(id)) return notFoundProblem();
  const set = await setCustomerPhoto(scope, id, bytes);
  if (set.ok || set.refusal === "not_a_picture") return photoSetAnswer(set);
  return customerProblem(set);
});

export const DELETE = memberCommand<unknown, Params>("customers.manage", z.unknown(), async (scope, _, __, { id }) =>
  isId(id) && (await removeCustomerPhoto(scope, id)) ? {} : notFoundProblem(),
);
