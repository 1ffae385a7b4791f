import { type Example, type Examples, UNKNOWN } from "../../core/examples.ts";

const table = "aws:dynamodb/table:Table";
const spanner = "gcp:spanner/instance:Instance";
const all = [table, "aws:sfn/stateMachine:StateMachine", spanner, "azure-native:cosmosdb:DatabaseAccount"];
const told = { tagNames: {} };
const good = { criticality: "high", "exit-plan": "exit-7", "exit-review": "2027-01-31" };

function it(type: string, tags: unknown, config: object = told): Example {
  return { type, props: { [type === spanner ? "labels" : "tags"]: tags }, config: { ...config } };
}
const without = (key: keyof typeof good) => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));

export const examples: Examples = {
  pass: [
    ...all.map((type) => it(type, good)),
    ...all.map((type) => it(type, good, {})),
    it(table, { ...good, criticality: "critical" }),
    it(table, good, { ...told, asOf: "2027-01-31" }),
    it(
      table,
      { tier: "gold", plan: "wiki-7", "exit-review": "2027-01-31" },
      {
        tagNames: { criticality: "tier", "exit-plan": "plan" },
        criticalWords: ["gold"],
      },
    ),
    { ...it(table, {}), provider: { defaultTags: JSON.stringify({ tags: good }) } },
    { ...it("azure-native:documentdb/v20230415:DatabaseAccount", good) },
  ],
  fail: [
    ...all.map((type) => it(type, { criticality: "high" })),
    ...all.map((type) => it(type, without("exit-review"))),
    it(table, without("exit-plan")),
    it(table, { ...good, "exit-plan": " " }),
    it(table, { ...good, "exit-review": "next year" }),
    it(table, { ...good, "exit-review": "2027-13-01" }),
    it(table, { ...good, "exit-review": "soon" }, {}),
    it(table, { ...good, "exit-plan": "" }, {}),
    it(table, good, { ...told, asOf: "2027-02-01" }),
    it(table, { ...good, criticality: "gold", "exit-plan": "" }, { criticalWords: ["gold"] }),
    { ...it("azure-native:documentdb/v20230415:DatabaseAccount", { criticality: "high" }) },
  ],
  undetermined: [
    ...all.map((type) => it(type, UNKNOWN)),
    ...all.map((type) => it(type, { ...good, "exit-plan": UNKNOWN })),
    it(table, { criticality: UNKNOWN }),
    it(table, { ...good, "exit-review": UNKNOWN }),
  ],
  notApplicable: [
    ...all.map((type) => ({ type, props: {}, config: told })),
    it(table, { ...good, criticality: "low" }),
    it(table, { criticality: "low" }),
    it(table, { criticality: "high" }, {}),
    it(table, without("exit-plan"), {}),
    it(table, { ...good, criticality: "high" }, { criticalWords: ["gold"] }),
  ],
};
