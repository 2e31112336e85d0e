"use client";

import { useDraft } from "@/app/_components/data/use-draft";
import { Section } from "@/app/_components/section";
import { useShell } from "@/app/_components/shell/shell-context";
import { Field } from "@/app/_components/ui/field";
import { SelectField } from "@/app/_components/ui/select-field";
import { Switch } from "@/app/_components/ui/switch";
import { TextArea } from "@/app/_components/ui/text-area";
import { useSay } from "@/app/_words/use-say";
import type { BusinessSettings } from "@/lib/tenancy/get-business";
import { businessTypes, mostAbout } from "@/lib/tenancy/rules";
import { FormEnd } from "../../form-end";
import { ListLoading } from "../../list-loading";
import { useSave } from "../../use-save";
import { changeHouse } from "../actions";
import { shownOf, type TypedBusiness, type TypedField } from "./typed-business";
import { useBusiness } from "./use-business";

type Props = { timeZones: string[]; origin: string };

/** What the house says of itself, on its pages and in what it sends. */
export function BusinessForm(props: Props) {
  const house = useBusiness();
  return house ? <Form house={house} {...props} /> : <ListLoading rows={8} />;
}

/** Each in its own. */
const languages = [
  ["en", "English"],
  ["sw", "Kiswahili"],
] as const;

function Form({ house, timeZones, origin }: Props & { house: BusinessSettings }) {
  const say = useSay();
  const { tenant } = useShell();
  // Only what was touched: the rest goes on following the house, and is not sent.
  const draft = useDraft<Partial<TypedBusiness>>({});
  const { shown: touched, set } = draft;
  const shown = shownOf(house, touched);
  const { busy, saved, problem, onSubmit, errorOf } = useSave("settings", draft);
  const manages = tenant.may.includes("settings.manage");
  const addressOf = (slug: string) => `${origin}/book/${slug}`;
  const address = addressOf(shown.slug.trim().toLowerCase());
  const typed = (name: TypedField, label: string) => ({
    name,
    label,
    value: shown[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    error: errorOf(name, label),
  });
  return (
    <form onSubmit={onSubmit((tenantId) => changeHouse(tenantId, touched))} noValidate aria-label={say("Business")}>
      <fieldset disabled={!manages} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Section
          title={say("Who you are")}
          about={say("On your booking page, on receipts, and as who messages come from.")}
        >
          <Field {...typed("name", say("Name"))} autoComplete="organization" maxLength={60} />
          <SelectField
            {...typed("businessType", say("Kind of business"))}
            choices={Object.entries(businessTypes).map(([value, label]) => ({ value, label: say.known(label) }))}
          />
          <TextArea
            {...typed("about", say("About you"))}
            rows={4}
            maxLength={mostAbout}
            help={say("A few sentences above your price list. Empty is none.")}
          />
          <TextArea
            {...typed("aboutSw", say("About you in Swahili"))}
            lang="sw"
            rows={4}
            maxLength={mostAbout}
            help={say("For who reads Swahili; without it they read the words above.")}
          />
        </Section>
        <Section title={say("Where you are")} about={say("So that customers find you.")}>
          <Field {...typed("city", say("Town"))} autoComplete="address-level2" maxLength={60} />
          <Field
            {...typed("address", say("Street or area"))}
            autoComplete="street-address"
            maxLength={120}
            help={say("Like “Moi Avenue, opposite the market, first floor”.")}
          />
          <Field
            {...typed("mapLink", say("Link to a map"))}
            type="url"
            inputMode="url"
            maxLength={500}
            help={say("In Google Maps: Share, then Copy link.")}
          />
        </Section>
        <Section
          title={say("How you are reached")}
          about={say("Phone and WhatsApp stand on your booking page, the e-mail does not.")}
        >
          <Field {...typed("phone", say("Phone"))} type="tel" autoComplete="tel" maxLength={40} />
          <Field
            {...typed("whatsapp", "WhatsApp")}
            type="tel"
            maxLength={40}
            help={say("Customers write to it from your booking page. Empty is none.")}
          />
          <Field
            {...typed("email", say("E-mail"))}
            type="email"
            autoComplete="email"
            maxLength={200}
            help={say("Customers’ answers to our e-mails go to it, unless your message settings name another.")}
          />
        </Section>
        <Section title={say("Your address here")} about={say("Where customers book.")}>
          <Field
            {...typed("slug", say("Booking address"))}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={50}
            help={
              shown.slug === house.slug
                ? addressOf(house.slug)
                : house.status === "pending"
                  ? say("Will be {address}. The address of now is given up: you are not open yet.", { address })
                  : say(
                      "Will be {address}. The address of now goes on leading to you, on posters and in messages too.",
                      {
                        address,
                      },
                    )
            }
          />
          <div className="grid gap-1">
            <div className="flex min-h-9 items-center justify-between gap-4">
              <span id="listed" className="font-medium">
                {say("Found in the search")}
              </span>
              <Switch
                aria-labelledby="listed"
                aria-describedby="listed-note"
                checked={shown.listed}
                disabled={!manages}
                onCheckedChange={(listed) => set({ listed })}
              />
            </div>
            <p id="listed-note" className="text-quiet">
              {shown.listed
                ? say("Whoever looks for a business here, or in a search engine, finds you.")
                : say("Only who has your link finds you.")}
            </p>
          </div>
        </Section>
        <Section title={say("Time, money and language")} about={say("By which your days and prices are counted.")}>
          <SelectField
            {...typed("timeZone", say("Time zone"))}
            disabled={house.toCome > 0}
            choices={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            help={
              house.toCome > 0
                ? say(
                    "Cannot change while {toCome, plural, one {a booking is} other {{toCome} bookings are}} to come: their times are those of this zone.",
                    { toCome: house.toCome },
                  )
                : say("Hours, days and reports are counted in it.")
            }
          />
          <SelectField
            {...typed("language", say("Language"))}
            choices={languages.map(([value, label]) => ({ value, label }))}
            help={say("New customers are written to in it until they choose.")}
          />
          <p className="grid gap-1">
            <span className="font-medium">{say("Currency")}</span>
            <span className="text-quiet">
              {say("{currency}. It stays: your books are kept in it.", { currency: house.currency })}
            </span>
          </p>
          {manages ? (
            <FormEnd
              {...{ problem, saved, busy }}
              touched={draft.touched}
              word={say("Save the business")}
              onForget={draft.forget}
            />
          ) : null}
        </Section>
      </fieldset>
    </form>
  );
}
