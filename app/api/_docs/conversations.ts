import { z } from "zod";
import { inboxAnswer, threadAnswer } from "@/lib/conversations/answers";
import { inboxQuery, messageInput, newConversationInput, readInput, threadQuery } from "@/lib/conversations/input";
import { enquiryAnswer, enquiryListAnswer } from "@/lib/enquiries/answers";
import { enquiriesQuery, enquiryChange } from "@/lib/enquiries/input";
import { messagePageAnswer } from "@/lib/notifications/answers";
import { messageQuery } from "@/lib/notifications/input";
import { member, type Operation } from "./operation";

export const conversationsOperations: readonly Operation[] = [
  {
    id: "listConversations",
    method: "GET",
    path: "/api/dashboard/[tenantId]/conversations",
    who: member("conversations.keep"),
    says: "What waits for the house first, then the latest.",
    query: inboxQuery,
    answers: { 200: inboxAnswer },
  },
  {
    id: "writeFirst",
    method: "POST",
    path: "/api/dashboard/[tenantId]/conversations",
    who: member("conversations.keep"),
    says: "To a customer, who need not have written before.",
    body: newConversationInput,
    answers: { 200: z.strictObject({ conversationId: z.string(), seq: z.number() }) },
  },
  {
    id: "getThread",
    method: "GET",
    path: "/api/dashboard/[tenantId]/conversations/[id]",
    who: member("conversations.keep"),
    says: "One conversation, read backwards by `before`.",
    query: threadQuery,
    answers: { 200: threadAnswer },
  },
  {
    id: "writeToCustomer",
    method: "POST",
    path: "/api/dashboard/[tenantId]/conversations/[id]",
    who: member("conversations.keep"),
    says: "From whom it is comes from the session.",
    body: messageInput,
    answers: { 200: z.strictObject({ conversationId: z.string(), seq: z.number() }) },
  },
  {
    id: "houseHasRead",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/conversations/[id]",
    who: member("conversations.keep"),
    says: "The house has read the conversation up to here.",
    body: readInput,
    answers: { 200: z.strictObject({ seq: z.number() }) },
  },
  {
    id: "listEnquiries",
    method: "GET",
    path: "/api/dashboard/[tenantId]/enquiries",
    who: member("enquiries.keep"),
    says: "What people asked the house, the latest first.",
    query: enquiriesQuery,
    answers: { 200: enquiryListAnswer },
  },
  {
    id: "getEnquiry",
    method: "GET",
    path: "/api/dashboard/[tenantId]/enquiries/[id]",
    who: member("enquiries.keep"),
    says: "One enquiry, with its words.",
    answers: { 200: enquiryAnswer },
  },
  {
    id: "changeEnquiry",
    method: "PUT",
    path: "/api/dashboard/[tenantId]/enquiries/[id]",
    who: member("enquiries.keep"),
    says: "Read, answered, deleted, or put back.",
    body: enquiryChange,
    answers: { 200: z.strictObject({ id: z.string() }) },
  },
  {
    id: "listMessages",
    method: "GET",
    path: "/api/dashboard/[tenantId]/messages",
    who: member("messages.see"),
    says: "What went out, to whom, and what became of it.",
    query: messageQuery,
    answers: { 200: messagePageAnswer },
  },
];
