import {
  campaignFactsAnswer,
  campaignPageAnswer,
  missYouFactsAnswer,
  previewAnswer,
  recipientPageAnswer,
} from "@/lib/campaigns/answers";
import { campaignsQuery, previewQuery, recipientsQuery } from "@/lib/campaigns/input";
import { member, type Operation } from "./operation";

export const campaignsOperations: readonly Operation[] = [
  {
    id: "listCampaigns",
    method: "GET",
    path: "/api/dashboard/[tenantId]/campaigns",
    who: member("campaigns.manage"),
    says: "Campaigns and how far each is, the newest first.",
    query: campaignsQuery,
    answers: { 200: campaignPageAnswer },
  },
  {
    id: "getCampaign",
    method: "GET",
    path: "/api/dashboard/[tenantId]/campaigns/[campaignId]",
    who: member("campaigns.manage"),
    says: "One campaign: how far it is, and what came after.",
    answers: { 200: campaignFactsAnswer },
  },
  {
    id: "listRecipients",
    method: "GET",
    path: "/api/dashboard/[tenantId]/campaigns/[campaignId]/recipients",
    who: member("campaigns.manage"),
    says: "Who was in its group, and what has become of each.",
    query: recipientsQuery,
    answers: { 200: recipientPageAnswer },
  },
  {
    id: "getMissYouFacts",
    method: "GET",
    path: "/api/dashboard/[tenantId]/campaigns/automatic",
    who: member("campaigns.manage"),
    says: "How whom the house misses is written to, and what came of it lately.",
    answers: { 200: missYouFactsAnswer },
  },
  {
    id: "previewCampaign",
    method: "GET",
    path: "/api/dashboard/[tenantId]/campaigns/preview",
    who: member("campaigns.manage"),
    says: "Who would get what is being written, why others would not, and what it would cost.",
    query: previewQuery,
    answers: { 200: previewAnswer },
  },
];
