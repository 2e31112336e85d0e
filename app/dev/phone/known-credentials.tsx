import { useSay } from "@/app/_words/use-say";
import { simulatedAccounts } from "@/lib/payments/simulator/accounts";

/** For whoever tries out the settings: these open the simulator and nothing else. */
export function KnownCredentials() {
  const say = useSay();
  return (
    <details className="border-t pt-4">
      <summary className="cursor-pointer font-medium">{say("Credentials that the simulator knows")}</summary>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-6 pt-4">
        {Object.values(simulatedAccounts).map(
          ({ name, kind, shortcode, till, consumerKey, consumerSecret, passkey, initiator }) => (
            <li key={shortcode} className="grid grid-cols-[minmax(0,1fr)] gap-2">
              <h2 className="font-medium">{name}</h2>
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
                <Line label={kind === "till" ? say("Store number") : say("PayBill number")} value={shortcode} />
                {till ? <Line label={say("Till number")} value={till} /> : null}
                <Line label={say("Consumer key")} value={consumerKey} />
                <Line label={say("Consumer secret")} value={consumerSecret} />
                <Line label={say("Passkey")} value={passkey} />
                {initiator ? (
                  <Line label={say("Initiator and password")} value={`${initiator.name}, ${initiator.password}`} />
                ) : null}
              </dl>
            </li>
          ),
        )}
      </ul>
    </details>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt className="text-quiet">{label}</dt>
      <dd className="wrap-anywhere tabular-nums">{value}</dd>
    </>
  );
}
