import { z } from "zod";
import { galleryAnswer } from "@/lib/gallery/answers";
import { arrangePicturesInput, changePictureInput, newPictureQuery, pictureQuery } from "@/lib/gallery/input";
import { member, nothing, type Operation, picture, pictures } from "./operation";

export const galleryOperations: readonly Operation[] = [
  {
    id: "listPictures",
    method: "GET",
    path: "/api/dashboard/[tenantId]/gallery",
    who: member("gallery.see"),
    says: "The pictures of the house, in their order.",
    answers: { 200: galleryAnswer },
  },
  {
    id: "addPicture",
    method: "POST",
    path: "/api/dashboard/[tenantId]/gallery",
    who: member("gallery.manage"),
    says: "The bytes themselves; what they are is read from them, not from a header.",
    query: newPictureQuery,
    bytes: pictures,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "changePicture",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/gallery/[id]",
    who: member("gallery.manage"),
    says: "What is said of a picture, and whether everybody sees it.",
    body: changePictureInput,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "removePicture",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/gallery/[id]",
    who: member("gallery.manage"),
    says: "For good, once it was put away.",
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getPicture",
    method: "GET",
    path: "/api/dashboard/[tenantId]/gallery/[id]/picture",
    who: member("gallery.see"),
    says: "In one size or the other, for members, those too that are for the house alone.",
    query: pictureQuery,
    answers: { 200: picture },
  },
  {
    id: "arrangePictures",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/gallery/order",
    who: member("gallery.manage"),
    says: "All pictures in the order that they are to have.",
    body: arrangePicturesInput,
    answers: { 200: nothing },
  },
];
