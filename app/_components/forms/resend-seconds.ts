/** So long somebody waits before a code may be sent once more: most are only slow. */
export const resendSeconds = 30;
