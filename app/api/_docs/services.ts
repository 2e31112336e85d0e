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
    says: "Everything the house sells or has sold and may sell again, in its order.",
    answers: { 200: priceListAnswer },
  },
  {
    id: "addService",
    method: "POST",
    path: "/api/dashboard/[tenantId]/services",
    who: member("services.manage"),
    says: "One more service to be had.",
    body: addServiceInput,
    answers: { 201: z.strictObject({ id: z.string() }) },
  },
  {
    id: "getService",
    method: "GET",
    path: "/api/dashboard/[tenantId]/services/[serviceId]",
    who: member("services.see"),
    says: "One service, as it stands on the price list.",
    answers: { 200: priceListItemAnswer },
  },
  {
    id: "changeService",
    method: "PATCH",
    path: "/api/dashboard/[tenantId]/services/[serviceId]",
    who: member("services.manage"),
    says: "Any of what a service is; what is not named stays.",
    body: changeServiceInput,
    answers: { 200: nothing },
  },
  {
    id: "archiveService",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/services/[serviceId]",
    who: member("services.manage"),
    says: "Takes a service off the price list.",
    body: archiveServiceInput,
    answers: { 200: nothing },
  },
  {
    id: "getServicePhoto",
    method: "GET",
    path: "/api/dashboard/[tenantId]/services/[serviceId]/photo",
    who: member("services.see"),
    says: "The picture of a service.",
    answers: { 200: picture },
  },
  {
    id: "setServicePhoto",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/services/[serviceId]/photo",
    who: member("services.manage"),
    says: "A picture of a service, instead of the one of before.",
    bytes: pictures,
    answers: { 200: z.strictObject({ version: z.string() }) },
  },
  {
    id: "removeServicePhoto",
    method: "DELETE",
    path: "/api/dashboard/[tenantId]/services/[serviceId]/photo",
    who: member("services.manage"),
    says: "Takes away the picture of a service.",
    answers: { 200: nothing },
  },
  {
    id: "arrangeServices",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/services/order",
    who: member("services.manage"),
    says: "All services in the order that they are to have.",
    body: arrangeInput,
    answers: { 200: nothing },
  },
];
