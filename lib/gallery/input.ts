import { z } from "zod";
import { languages } from "@/lib/platform/language";
import { typedText } from "@/lib/platform/typed-text";
import { mostPictures, mostTitle } from "./rules";

const somebody = z.uuid("is not an id").toLowerCase().nullable();

/** What is said of a picture; what is absent stays as it is. */
export const changePictureInput = z
  .object({
    title: typedText(mostTitle),
    staffId: somebody,
    serviceId: somebody,
    isPublic: z.boolean("is yes or no"),
    /** Put away, or put back. */
    archived: z.boolean("is yes or no"),
  })
  .partial()
  .refine((to) => Object.keys(to).length > 0, "says nothing");
export type ChangePictureInput = z.output<typeof changePictureInput>;

/** All pictures in the order that they are to have. */
export const arrangePicturesInput = z.object({
  ids: z.array(z.uuid("is not an id").toLowerCase(), "is a list").min(1, "is empty").max(mostPictures, "is too long"),
});

/** `?public=1`: shown to everybody at once. */
export const newPictureQuery = z.object({ public: z.enum(["0", "1"]).default("0") });

export const pictureQuery = z.object({ size: z.enum(["small", "large"]).default("large") });

/** Of the sheet for the wall; in the language of the house where none is named. */
export const posterQuery = z.object({
  size: z.enum(["a4", "a5"], "is a4 or a5").default("a4"),
  language: z.enum(languages, "is neither English nor Swahili").optional(),
});
