import { PlainPage, plainButton } from "./_components/plain-page";

export default function NotFound() {
  return (
    <PlainPage
      title="This page is not here"
      why="The address may be misspelt or out of date, or it is somebody else’s business and not yours to see."
    >
      <a href="/" className={plainButton}>
        Go to the start
      </a>
    </PlainPage>
  );
}
