import fc from "fast-check";
import { Archive, Asset, Reference, Secret, UNKNOWN, type Value } from "./value.ts";

const text = fc.string();
// protobuf's own maps for JavaScript cannot hold this key
const key = text.filter((name) => name !== "__proto__");
const asset = fc.oneof(
  text.map((content) => new Asset({ text: content, hash: "h" })),
  fc.string({ minLength: 1 }).map((path) => new Asset({ path, hash: "h" })),
);

/** Values of every kind that survives the wire. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    text,
    fc.constant(UNKNOWN),
    asset,
    fc.array(tie("value")),
    fc.dictionary(key, tie("value")),
    tie("value").map((inner) => new Secret(inner)),
    fc.dictionary(key, asset).map((assets) => new Archive({ assets, hash: "h" })),
    fc.string({ minLength: 1 }).map((id) => new Reference("urn:pulumi:s::p::a:b:C::n", id)),
  ),
})).value;

/** Bags of such values. */
export const bags = fc.dictionary(key, values);
