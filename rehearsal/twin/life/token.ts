/** The parts of a token that rules speak of: `aws:s3/bucket:Bucket` is module `s3`, class `Bucket`. */
export interface Parts {
  readonly module: string;
  readonly name: string;
}
export function partsOf(token: string): Parts {
  const [, module = "", name = ""] = token.split(":");
  return { module: module.split("/", 1)[0] as string, name };
}
export const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
export const kebab = (word: string): string =>
  word
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
