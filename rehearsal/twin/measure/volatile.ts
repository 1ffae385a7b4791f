import type { Value } from "../../wire/value.ts";

/** What is random or a time in every object, so that no form can be asked of it: by name, by value. */
const NAMES: readonly RegExp[] = [
  /^(etag|.*[Ff]ingerprint|fieldManager|managedFields|uid|uniqueId|resourceVersion|generation|generatedId)$/,
  /^(bcryptHash|result|publicKey|privateKey|certificateAuthorities|certificateAuthority|userData|crc32c|md5\w*|detectMd5hash)$/,
];
const VALUES: readonly RegExp[] = [/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/, /^-----BEGIN /];

/** Whether a recorded value is another one every time. */
export const isVolatile = (name: string, value: Value | undefined): boolean =>
  NAMES.some((pattern) => pattern.test(name)) ||
  (typeof value === "string" && VALUES.some((pattern) => pattern.test(value)));
