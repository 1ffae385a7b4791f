/** The resource's name in its URN. */
export const nameOf = (urn: string): string => urn.split("::").slice(3).join("::") || urn;

/** The type token in a URN. */
export function typeOf(urn: string): string {
  const types = urn.split("::")[2] ?? "";
  return types.slice(types.lastIndexOf("$") + 1);
}

/** A type token without what its neighbourhood says already: `aws:sqs/queue:Queue` is `sqs.Queue`. */
export function typeTitle(token: string): string {
  const [, module = "", name = token] = token.split(":");
  const parts = module.split("/");
  const last = parts.at(-1) ?? "";
  const mirrors = parts.length > 1 && last.toLowerCase() === name.toLowerCase();
  const place = (mirrors ? parts.slice(0, -1) : parts).join("/");
  return place === "" || place === "index" ? name : `${place}.${name}`;
}

/** `stacks/data.ts#12,3` as editors and people write it: `stacks/data.ts:12`. */
export const sourceTitle = (source: string): string => source.replace(/#(\d+)(,\d+)?$/, ":$1");
