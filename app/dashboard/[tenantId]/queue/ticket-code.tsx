import { CopyButton } from "@/app/_components/forms/copy-button";
import { QrCode } from "@/app/_components/qr-code";
import { useSay } from "@/app/_words/use-say";

/** The link of a ticket, to be read by a camera or sent on. */
export const TicketCode = ({ link, picture }: { link: string; picture: { size: number; path: string } }) => {
  const say = useSay();
  return (
    <div className="grid justify-items-center gap-4">
      <QrCode
        picture={picture}
        label={say("Code with the link of the ticket")}
        className="w-full max-w-56 rounded-panel border"
      />
      <div className="flex flex-wrap justify-center gap-2">
        <a
          href={link}
          target="_blank"
          rel="noreferrer"
          className="inline-flex h-8 items-center rounded-control border px-3 font-medium hover:bg-wash"
        >
          {say("Open it")}
        </a>
        <CopyButton text={link} label={say("Copy the link")} />
      </div>
    </div>
  );
};
