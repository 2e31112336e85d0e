import { expect, test } from "vitest";
import type { CampaignFacts } from "@/lib/campaigns/get-campaign";
import { typedOf } from "./typed-campaign";

const own = "0198c0de-0000-7000-8000-000000000001";
const choices = {
  segments: [
    { value: "everybody", label: "Everybody" },
    { value: "vip", label: "VIP" },
    { value: own, label: "VIP" },
    { value: "0198c0de-0000-7000-8000-000000000002", label: "Brides" },
  ],
  rewards: [],
  quiet: { from: 0, until: 0 },
  today: "2031-03-03",
};
const draft = (segment: CampaignFacts["segment"], segmentName: string) =>
  typedOf(choices, "", {
    ...{ name: "News", segment, segmentName, channel: "sms", subject: "", body: "Hi", bodySw: "", rewardId: null },
  } as CampaignFacts).segment;

test("a draft finds its group again, whatever another one is called", () => {
  expect(draft("vip", "VIP")).toBe("vip");
  expect(draft("everybody", "Everybody")).toBe("everybody");
  expect(draft({ tag: "vip" }, "VIP")).toBe(own);
  expect(draft({ tag: "gone" }, "Gone")).toBe("");
});
