import type { Metadata } from "next";
import Link from "next/link";
import { currentVisitor } from "@/app/_server/visitor";
import { sayHere } from "@/app/_words/say-here";
import { timeZones } from "@/lib/tenancy/zones";
import { RegisterForm } from "./register-form";

export async function generateMetadata(): Promise<Metadata> {
  const say = await sayHere();
  return { title: say("Register a business") };
}

export default async function RegisterPage() {
  const say = await sayHere();
  const visitor = await currentVisitor();
  return (
    <main className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-lg">{say("Register your business")}</h1>
        <p className="text-quiet">
          {say(
            "You start with a price list for your kind of business and yourself as the one who does it all, Monday to Saturday, 9:00 to 18:00. Everything can be changed. We look at each new business before its page opens.",
          )}
        </p>
        {visitor ? null : (
          <p>
            {say.rich("Registered already? <link>Sign in</link>", {
              link: (chunks) => (
                <Link href="/login" className="underline underline-offset-4">
                  {chunks}
                </Link>
              ),
            })}
          </p>
        )}
      </div>
      <RegisterForm
        timeZones={[...timeZones]}
        signedInAs={visitor ? (visitor.user.email ?? visitor.user.phone ?? visitor.user.name) : null}
      />
    </main>
  );
}
