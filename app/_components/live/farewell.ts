let leaving = false;

/** Who leaves by their own hand is led on by the page they leave from: that their stream ends is no news to them. */
export const sayFarewell = (isLeaving: boolean): void => {
  leaving = isLeaving;
};

export const isFarewell = (): boolean => leaving;
