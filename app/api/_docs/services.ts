import { z } from "zod";
import { priceListAnswer, priceListItemAnswer } from "@/lib/services/answers";
import { addServiceInput, archiveServiceInput, arrangeInput, changeServiceInput } from "@/lib/services/input";
import { member, nothing, type Operation, picture, pictures } from "./operation";

export const servicesOperations: readonly Operation[] = [
  {
    id: "listServices",
    method: "GET",
    path: "/api/dashboard/[tenantId]/services",
    who: member("services.see"),
    says: "List services.",
    answers: { 200: priceListAnswer },
  },
  {
    id: "addService",
    method: "POST",
    path: "/api/dashboard/[tenantId]/services",
    who: member("services.manage"),
    says: "Add service.",
    body: addServiceInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getService",
    method: "GET",
    path: "/api/dashboard/[tenantId]/services/[serviceId]",
    who: member("services.see"),
    says: "One service.",
    answers: { 200: priceListItemAnswer },
  },
  {
    id: "changeService",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/services/[serviceId]",
    who: member("services.manage"),
    says: "Change service.",
    body: changeServiceInput,
    answers: { 200: nothing },
  },
  {
    id: "archiveService",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/services/[serviceId]",
    who: member("services.manage"),
    says: "Archive service.",
    body: archiveServiceInput,
    answers: { 200: nothing },
  },
  {
    id: "getServicePhoto",
    method: "GET",
    path: "/api/dashboard/[tenantId]/services/[serviceId]/photo",
    who: member("services.see"),
    says: "Get service photo.",
    answers: { 200: picture },
  },
  {
    id: "setServicePhoto",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/services/[serviceId]/photo",
    who: member("services.manage"),
    says: "Set service photo.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeServicePhoto",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/services/[serviceId]/photo",
    who: member("services.manage"),
    says: "Remove service photo.",
    answers: { 200: nothing },
  },
  {
    id: "arrangeServices",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/services/order",
    who: member("services.manage"),
    says: "Arrange services.",
    body: arrangeInput,
    answers: { 200: nothing },
  },
];
