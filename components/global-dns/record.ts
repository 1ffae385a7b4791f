import type { Input, Output } from "@pulumi/pulumi";

/** A record without any steering: a name that leads to one thing. */
export type PlainRecord =
  | { readonly type: "A"; readonly name: Input<string>; readonly ttlSeconds: number; readonly ip: Input<string> }
  | {
      readonly type: "CNAME";
      readonly name: Input<string>;
      readonly ttlSeconds: number;
      readonly target: Input<string>;
    }
  | {
      readonly type: "NS";
      readonly name: Input<string>;
      readonly ttlSeconds: number;
      readonly servers: Output<string[]>;
    }
  | {
      readonly type: "CAA";
      readonly name: Input<string>;
      readonly ttlSeconds: number;
      readonly authorities: readonly string[];
    };

/** `acme.example` and `acme.example.` are one name: with the dot, as zones write it. */
export function dotted(name: string): string {
  return name.endsWith(".") ? name : `${name}.`;
}

/** A name as seen from inside its zone: `@` is the zone's own. */
export function relative(name: string, domain: string): string {
  const bare = name.replace(/\.$/, "");
  return bare === domain ? "@" : bare.replace(new RegExp(`\\.${domain.replaceAll(".", "\\.")}$`), "");
}
