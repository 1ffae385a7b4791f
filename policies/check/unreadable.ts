/** The input cannot be judged; the message says why, in one line. */
export class UnreadableError extends Error {}
