/** Ends the process with 0 when the targets are met, with 1 when one is missed or something failed. */
export const leaveWith = (met: Promise<boolean>): Promise<void> =>
  met.then(
    (isMet) => process.exit(isMet ? 0 : 1),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
