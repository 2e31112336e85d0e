"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useAct } from "@/app/_components/data/use-act";
import { ProblemLine } from "@/app/_components/forms/problem-line";
import { useSend } from "@/app/_components/forms/use-send";
import { Section } from "@/app/_components/section";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/select-field";
import { TextArea } from "@/app/_components/ui/text-area";
import { phrase } from "@/app/_words/phrase";
import { useSay } from "@/app/_words/use-say";
import { allStars, mostTestimonial } from "@/lib/reviews/rules";
import type { Testimonial } from "@/lib/reviews/write-testimonial";
import { sayOfPlatform } from "./actions";

const standing = {
  waiting: phrase("We look at it before it is on our front page."),
  approved: phrase("It is on our front page. Changed, it waits until we have looked again."),
  declined: phrase("It is not on our front page. Said anew, we look again."),
} as const;

/** What the owner says of the platform; in none of the business's own averages. */
export function TestimonialForm({ said }: { said: Testimonial | null }) {
  const say = useSay();
  const act = useAct("testimonials");
  const router = useRouter();
  const { busy, problem, onSubmit, errorOf } = useSend(
    ({ rating, words }) => act((tenantId) => sayOfPlatform(tenantId, { rating, words })),
    () => {
      toast(say("Thank you. It is kept."));
      router.refresh();
    },
  );
  return (
    <Section
      title={say("What do you say of ClientPulse?")}
      about={
        said ? say(standing[said.status]) : say("With your business’s name, for others who wonder whether to come.")
      }
    >
      <form
        onSubmit={onSubmit}
        noValidate
        aria-label={say("What you say of ClientPulse")}
        className="grid max-w-[34rem] gap-5"
      >
        <SelectField
          name="rating"
          label={say("Stars")}
          defaultValue={said ? String(said.rating) : ""}
          error={errorOf("rating", say("Stars"))}
          choices={[
            // Nothing is suggested.
            ...(said ? [] : [{ value: "", label: say("Choose") }]),
            ...allStars.toReversed().map((n) => ({
              value: String(n),
              label: say("{stars, plural, one {# star} other {# stars}}", { stars: n }),
            })),
          ]}
        />
        <TextArea
          name="words"
          label={say("In your words")}
          defaultValue={said?.words ?? ""}
          error={errorOf("words", say("Your words"))}
          maxLength={mostTestimonial}
          rows={4}
        />
        <ProblemLine>{problem}</ProblemLine>
        <Button type="submit" size="large" className="justify-self-start" aria-disabled={busy}>
          {busy ? say("One moment") : say("Save")}
        </Button>
      </form>
    </Section>
  );
}
