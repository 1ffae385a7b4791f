import { listed } from "../../core/expected.ts";
import type { Bag, Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import { allOf, anyItem, anyOf, holds, not, someItem, type Truth } from "../../core/truth.ts";
import { pointsTo } from "../../models/reference.ts";

const EVERY_BUCKET = /^arn:[^:]+:s3(?::::)?$/;
const WHOLE_BUCKET = /:::[^/]+\/$/;

/** Whether a trail records who reads and who writes the objects of a bucket. */
export function recordsObjects(trail: Resource, bucket: Resource): Truth {
  const on = holds(trail.flag("enableLogging"), (value) => value, true);
  const covers = (key: string, arns: readonly Read<string>[]) =>
    anyOf(arns.map((arn) => means(arn, key, trail, bucket)));
  const plain = someItem(trail.list("eventSelectors"), (selector) => {
    const both = holds(selector.text("readWriteType"), (type) => type.toLowerCase() === "all", true);
    const ours = someItem(selector.list("dataResources"), (data) =>
      allOf([
        holds(data.text("type"), (name) => name === "AWS::S3::Object"),
        covers("eventSelectors", listed(data, "values")),
      ]),
    );
    return allOf([both, ours]);
  });
  const advanced = someItem(trail.list("advancedEventSelectors"), (selector) => {
    const fields = selector.list("fieldSelectors");
    const narrows = (name: string, excuse: (field: Bag) => Truth) =>
      someItem(fields, (field) => allOf([holds(field.text("field"), (own) => own === name), not(excuse(field))]));
    return allOf([
      // one that asks for reads or writes alone records half
      not(narrows("readOnly", () => false)),
      not(narrows("resources.ARN", (field) => covers("advancedEventSelectors", listed(field, "startsWith")))),
      someItem(fields, (field) => anyItem(field.list("equals"), (type) => type === "AWS::S3::Object")),
    ]);
  });
  return allOf([on, anyOf([plain, advanced])]);
}

/** Whether an ARN of a selector means all objects of a bucket: of every one, or of this one, slash included. */
function means(arn: Read<string>, key: string, trail: Resource, bucket: Resource): Truth {
  if (arn.state === "known" && EVERY_BUCKET.test(arn.value)) return true;
  const whole = arn.state !== "known" || WHOLE_BUCKET.test(arn.value);
  return whole && pointsTo({ from: trail, key, value: arn }, bucket, bucket.text("bucket"));
}
