"use client";

import useSWR from "swr";
import { fetchJson } from "@/app/_components/data/fetch-json";
import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { formatDate } from "@/lib/platform/format";
import type { PrivacyNotice } from "@/lib/tenancy/privacy-notice";
import { FormEnd } from "../../form-end";
import { useSave } from "../../use-save";
import { setNotice } from "../actions";
import { noticeKey } from "../settings-keys";

/** What customers are told of what the house does with their data. */
export function NoticeForm() {
  const { tenant } = useShell();
  const { data } = useSWR<PrivacyNotice>(noticeKey(tenant.id), fetchJson);
  return data ? <Form notice={data} /> : null;
}

function Form({ notice }: { notice: PrivacyNotice }) {
  const say = useSay();
  const { tenant } = useShell();
  const draft = useDraft({ text: notice.text });
  const { shown, set } = draft;
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  return (
    <form onSubmit={onSubmit((tenantId) => setNotice(tenantId, shown))} noValidate aria-label={say("Privacy notice")}>
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Section
          title={say("Privacy notice")}
          about={
            <>
              {say("Linked beside every field for a number.")}{" "}
              <a href={`/book/${tenant.slug}/privacy`} target="_blank" rel="noreferrer" className="underline">
                {say("How customers see it")}
              </a>
            </>
          }
        >
          <p className="text-quiet">
            {notice.changedAt
              ? say("Your own words since {day}.", { day: formatDate(notice.changedAt, tenant.timeZone, say.language) })
              : say(
                  "Ready words, true of every house that uses this. Change them where you do more with what you know.",
                )}
          </p>
          <TextArea
            name="text"
            label={say("What customers read")}
            rows={18}
            value={shown.text}
            onChange={(event) => set({ text: event.target.value })}
            error={errorOf("text", say("The notice"))}
          />
          {manages ? (
            <FormEnd
              {...{ problem, saved, busy }}
              touched={draft.touched}
              word={say("Save the notice")}
              onForget={draft.forget}
            />
          ) : null}
        </Section>
      </fieldset>
    </form>
  );
}
