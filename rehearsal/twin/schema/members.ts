import type { DeclaredMember } from "./declarations.ts";
import { propertyDoc } from "./docs.ts";
import { parseType } from "./type-expression.ts";
import type { Member } from "./types.ts";

/** Reads a declared member; undefined where its type is no text that generators write. */
export function toMember(declared: DeclaredMember, packageName: string): Member | undefined {
  const type = parseType(declared.type, packageName);
  return type && { type, required: !declared.optional, ...propertyDoc(declared.doc) };
}

/** Reads members one by one; undefined where the type of one is not recognised. */
export function toMembers(
  declared: readonly DeclaredMember[],
  packageName: string,
): readonly (readonly [string, Member])[] | undefined {
  const read: [string, Member][] = [];
  for (const one of declared) {
    const member = toMember(one, packageName);
    if (!member) return undefined;
    read.push([one.name, member]);
  }
  return read;
}
