import { z } from "zod";
import { photoAnswer } from "@/app/_server/photo-answer";
import { problem } from "@/app/_server/problem";
import { memberCommand, memberQuestion, memberUpload, notFoundProblem } from "@/app/_server/route";
import { mostPhotoBytes } from "@/lib/auth/photo-rules";
import { isId } from "@/lib/platform/ids";
import { getServicePhoto, removeServicePhoto, setServicePhoto } from "@/lib/services/service-photo";

type Params = { serviceId: string };

export const GET = memberQuestion<Params>("services.see", async (scope, _, __, { serviceId }) =>
  isId(serviceId) ? photoAnswer(await getServicePhoto(scope, serviceId)) : notFoundProblem(),
);

export const PUT = memberUpload<Params>("services.manage", mostPhotoBytes, async (scope, _, bytes, { serviceId }) => {
  if (!isId(serviceId)) return notFoundProblem();
  const set = await setServicePhoto(scope, serviceId, bytes);
  if (set.ok) return set.value;
  return set.refusal === "unknown"
    ? notFoundProblem()
    : problem(415, "not_a_picture", "Only pictures as JPEG, PNG or WebP can be used.");
});

export const DELETE = memberCommand<unknown, Params>(
  "services.manage",
  z.unknown(),
  async (scope, _, __, { serviceId }) =>
    isId(serviceId) && (await removeServicePhoto(scope, serviceId)) ? {} : notFoundProblem(),
);
