// Controls move cursors and ring bells; direction overrides make a name look like another one.
const HARMFUL = /(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
const HARMFUL_OR_SPACE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** The text with what cannot be seen shown as unknown; lines and tabs stay. */
export const visible = (text: string): string => text.replace(HARMFUL, "\ufffd");

/** The text on one line, without what cannot be seen. */
export const oneLine = (text: string): string => text.replace(HARMFUL_OR_SPACE, " ").trim();

/** The text without what cannot be seen, but for the given characters. */
export const withoutControls = (text: string, kept: string): string =>
  text.replace(HARMFUL, (control) => (control === kept ? control : ""));
