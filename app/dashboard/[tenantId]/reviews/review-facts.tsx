"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useShowFirst } from "@/app/_components/data/show-first";
import { useAct } from "@/app/_components/data/use-act";
import { SendOrCancel } from "@/app/_components/forms/send-or-cancel";
import { useSend } from "@/app/_components/forms/use-send";
import { Stars } from "@/app/_components/reviews/stars";
import { useShell } from "@/app/_components/shell/shell-context";
import { Button } from "@/app/_components/ui/button";
import { Fact, Facts } from "@/app/_components/ui/fact";
import { Field } from "@/app/_components/ui/field";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import { formatDayTime } from "@/lib/platform/format";
import type { Review } from "@/lib/reviews/list-reviews";
import { mostWords } from "@/lib/reviews/rules";
import { answerIt, hideIt, showIt } from "./actions";
import { reviewKey } from "./review-keys";
import { starsOf } from "./stars-of";

/** One review, and what the house may do about it. */
export function ReviewFacts({ review }: { review: Review }) {
  const say = useSay();
  const { tenant } = useShell();
  const [asking, setAsking] = useState<"answer" | "hide" | null>(null);
  const { id, rating, words, isPublic, at, changedAt, services, staffNames, visitAt, answer, answeredBy, hidden } =
    review;
  const may = tenant.may.includes("reviews.answer");
  const leave = () => setAsking(null);
  const timeOf = (instant: string) => formatDayTime(instant, tenant.timeZone, say.language);
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <span className="text-accent">
          <Stars rating={rating} label={starsOf(say, rating)} size={24} />
        </span>
        {words ? (
          <p className="text-md break-words whitespace-pre-line">{words}</p>
        ) : (
          <p className="text-quiet">{say("Stars alone, without words.")}</p>
        )}
      </div>
      <Facts>
        <Fact term={say("Visit")}>{formatDayTime(visitAt, tenant.timeZone, say.language)}</Fact>
        <Fact term={say("Services")}>{services.join(", ")}</Fact>
        <Fact term={say("Served by")}>{staffNames.join(", ")}</Fact>
        <Fact term={say("Written")}>
          {changedAt
            ? say("{written}, changed {changed}", { written: timeOf(at), changed: timeOf(changedAt) })
            : timeOf(at)}
        </Fact>
        <Fact term={say("Read by")}>{isPublic ? say("Everybody, under a first name") : say("You alone")}</Fact>
      </Facts>
      {hidden ? (
        <p className="text-danger">
          {hidden.by
            ? say("Its words are hidden by {name}: {reason} Its stars count all the same.", {
                ...{ name: hidden.by, reason: hidden.reason },
              })
            : say("Its words are hidden: {reason} Its stars count all the same.", { reason: hidden.reason })}
        </p>
      ) : null}
      {answer && asking !== "answer" ? (
        <div className="border-l-2 pl-4">
          <p className="text-quiet">{answeredBy ? say("{name} answered", { name: answeredBy }) : say("Answered")}</p>
          <p className="break-words whitespace-pre-line">{answer}</p>
        </div>
      ) : null}
      {asking === "answer" ? <AnswerForm review={review} onDone={leave} /> : null}
      {asking === "hide" ? <HideForm id={id} onDone={leave} /> : null}
      {may && !asking ? (
        <div className="flex flex-wrap justify-end gap-2">
          {hidden ? <ShowAgain id={id} /> : null}
          {isPublic && !hidden ? (
            <Button size="large" onClick={() => setAsking("hide")}>
              {say("Hide for abuse")}
            </Button>
          ) : null}
          <Button size="large" kind={answer ? "plain" : "primary"} onClick={() => setAsking("answer")}>
            {answer ? say("Change the answer") : say("Answer")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

type FormProps = { onDone(): void };

function AnswerForm({ review: { id, answer, isPublic }, onDone }: FormProps & { review: Review }) {
  const say = useSay();
  const act = useAct("reviews");
  const { busy, problem, onSubmit, errorOf } = useSend(
    (given) => act((tenantId) => answerIt(tenantId, { reviewId: id, answer: given.answer })),
    () => {
      toast(say("Saved"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Answer")} className="grid gap-5 border-t pt-5">
      <TextArea
        name="answer"
        label={say("Your answer")}
        help={
          isPublic
            ? say("Everybody reads it under the review. Left empty, there is none.")
            : say("The customer alone reads it.")
        }
        defaultValue={answer}
        error={errorOf("answer", say("The answer"))}
        rows={5}
        maxLength={mostWords}
        autoFocus
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Save")} onCancel={onDone} />
    </form>
  );
}

function HideForm({ id, onDone }: FormProps & { id: string }) {
  const say = useSay();
  const act = useAct("reviews");
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ reason }) => act((tenantId) => hideIt(tenantId, { reviewId: id, reason })),
    () => {
      toast(say("Its words are hidden"));
      onDone();
    },
  );
  return (
    <form onSubmit={onSubmit} noValidate aria-label={say("Hide for abuse")} className="grid gap-5 border-t pt-5">
      <p>
        {say(
          "Only its words are hidden, and the page says so. The stars stay and count, and why you did it stays in the audit log.",
        )}
      </p>
      <Field
        name="reason"
        label={say("Why it is abuse")}
        error={errorOf("reason", say("The reason"))}
        maxLength={200}
        autoComplete="off"
        autoFocus
      />
      <SendOrCancel problem={problem} busy={busy} word={say("Hide its words")} onCancel={onDone} />
    </form>
  );
}

function ShowAgain({ id }: { id: string }) {
  const say = useSay();
  const { tenant } = useShell();
  const act = useAct("reviews");
  const showFirst = useShowFirst();
  const show = async () => {
    const back = showFirst<Review>(reviewKey(tenant.id, id), (now) => ({ ...now, hidden: null }));
    const answer = await act((tenantId) => showIt(tenantId, { reviewId: id }));
    if (answer.ok) return;
    back();
    toast.error(answer.problem);
  };
  return (
    <Button size="large" onClick={show}>
      {say("Show its words again")}
    </Button>
  );
}
