import { type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const table = "aws:dynamodb/table:Table";
const target = (unit: string, resourceId: unknown, edge?: string): Sample => ({
  type: "aws:appautoscaling/target:Target",
  name: unit,
  props: { resourceId, scalableDimension: `dynamodb:table:${unit}`, maxCapacity: 100 },
  ...(edge !== undefined && { edges: { resourceId: edge } }),
});
const both = (resourceId: unknown, edge?: string) =>
  ["ReadCapacityUnits", "WriteCapacityUnits"].map((unit) => target(unit, resourceId, edge));
const fixed = { name: "orders", readCapacity: 5, writeCapacity: 5 };

export const examples: Examples = {
  pass: [
    { type: table, props: { billingMode: "PAY_PER_REQUEST" } },
    { type: table, props: fixed, beside: both("table/orders") },
    { type: table, props: { ...fixed, billingMode: "PROVISIONED" }, beside: both(UNKNOWN, "it") },
  ],
  fail: [
    { type: table, props: fixed },
    { type: table, props: { billingMode: "PROVISIONED" } },
    { type: table, props: fixed, beside: both("table/others") },
    { type: table, props: fixed, beside: both(UNKNOWN, `${table}::others`) },
    // what scales is an index of it
    {
      type: table,
      props: fixed,
      beside: both("table/orders").map(({ props, ...one }) => ({
        ...one,
        props: { ...props, scalableDimension: String(props["scalableDimension"]).replace("table", "index") },
      })),
    },
    // reads alone are half of it
    { type: table, props: fixed, beside: [target("ReadCapacityUnits", "table/orders")] },
  ],
  undetermined: [
    { type: table, props: { billingMode: UNKNOWN } },
    { type: table, props: fixed, beside: both(UNKNOWN) },
    { type: table, props: { ...fixed, name: UNKNOWN }, beside: both("table/orders") },
  ],
};
