import type { Value } from "../../wire/value.ts";

/** The host of a URL, or of what is a host already. */
export function hostOf(address: Value | undefined): string | undefined {
  if (typeof address !== "string" || address === "") return undefined;
  const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
