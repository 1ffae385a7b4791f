import type { TableArgs } from "@pulumi/aws/dynamodb/table.js";
import type { Read } from "../../core/props.ts";
import type { Resource } from "../../core/resource.ts";
import type { GraphRun, Rule } from "../../core/rule.ts";
import { allOf, anyOf, faultIf, holds, not, type Truth } from "../../core/truth.ts";

const TARGET = "aws:appautoscaling/target:Target";
const UNITS = ["ReadCapacityUnits", "WriteCapacityUnits"];

/** Whether application auto scaling moves a table's capacity in one dimension. */
function scales(table: Resource<TableArgs>, unit: string, { graph }: GraphRun): Truth {
  const dimension = `dynamodb:table:${unit}`;
  return anyOf(
    graph
      .ofType(TARGET)
      .map((target) =>
        allOf([
          holds(target.text("scalableDimension"), (name) => name === dimension),
          names(target, table as Resource, table.text("name")),
        ]),
      ),
  );
}

// `table/orders`, computed from the table or written out
function names(target: Resource, table: Resource, name: Read<string>): Truth {
  const edges = target.edges["resourceId"] ?? [];
  if (edges.includes(table.urn)) return true;
  if (edges.some((urn) => urn.includes(table.type))) return false;
  if (name.state === "unknown") return name;
  return holds(target.text("resourceId"), (id) => name.state === "known" && id === `table/${name.value}`);
}

export const dynamodbCapacityMode: Rule = {
  id: "dynamodb-capacity-mode",
  packs: ["cost"],
  title: "Tables are paid by request, or scale by themselves",
  severity: "low",
  scope: "graph",
  since: "0.2.0",
  why: "Fixed capacity is paid for at night, and throttles at noon.",
  equivalents: ["CKV2_AWS_16"],
  fixText: () =>
    "Set `billingMode: PAY_PER_REQUEST`, or add an appautoscaling.Target and a Policy for reads and for writes.",
  inPlace: ["aws:dynamodb/table:Table"],
  checks: {
    "aws:dynamodb/table:Table": (table: Resource<TableArgs>, run) => {
      const onDemand = holds(table.text("billingMode"), (mode) => mode === "PAY_PER_REQUEST");
      const scaled = allOf(UNITS.map((unit) => scales(table, unit, run)));
      return faultIf(
        allOf([not(onDemand), not(scaled)]),
        "billingMode",
        "is PROVISIONED, and the capacity does not scale",
      );
    },
  },
};
