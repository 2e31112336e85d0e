/** Said on every way to a booking that is not there, or no longer. */
export const noBooking = {
  title: "There is no booking at this address",
  text: "Perhaps the link was cut short in a message, or the visit was more than three months ago. The business can tell you about your booking on the phone.",
};

/** The same in one line, under a form. */
export const nothingThere = `${noBooking.title}. ${noBooking.text}`;
