import { z } from "zod";
import { answerOf } from "@/lib/platform/wire";
import type { ArchivedPicture, Choice, Gallery, GalleryPicture } from "./list-pictures";
import type { Logo } from "./logo";

// What the API answers, as it goes over the wire; tied to what the questions give.

export const galleryPictureAnswer = answerOf<GalleryPicture>()(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    isPublic: z.boolean(),
    width: z.number(),
    height: z.number(),
    staffId: z.string().nullable(),
    staffName: z.string().nullable(),
    serviceId: z.string().nullable(),
    serviceName: z.string().nullable(),
    bookable: z.boolean(),
  }),
);

export const archivedPictureAnswer = answerOf<ArchivedPicture>()(
  z.strictObject({
    id: z.string(),
    title: z.string(),
    serviceId: z.string().nullable(),
    staffId: z.string().nullable(),
    isPublic: z.boolean(),
    staffName: z.string().nullable(),
    serviceName: z.string().nullable(),
    bookable: z.boolean(),
    archivedAt: z.string(),
  }),
);

export const choiceAnswer = answerOf<Choice>()(z.strictObject({ id: z.string(), name: z.string() }));

export const galleryAnswer = answerOf<Gallery>()(
  z.strictObject({
    items: z.array(galleryPictureAnswer),
    archived: z.array(archivedPictureAnswer),
    staff: z.array(choiceAnswer),
    services: z.array(choiceAnswer),
    position: z.string(),
  }),
);

export const logoAnswer = answerOf<Logo>()(z.strictObject({ logo: z.string().nullable(), position: z.string() }));
