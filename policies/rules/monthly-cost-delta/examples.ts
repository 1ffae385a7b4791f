import { join, relative } from "node:path";
import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";
import { REFUSED } from "./examples-refused.ts";

const prices = relative(process.cwd(), join(import.meta.dirname, "prices.example.yaml")).replaceAll("\\", "/");
const nat = (name: string): Sample => ({ type: "aws:ec2/natGateway:NatGateway", name, props: { subnetId: name } });
const database = (props: object): Sample => ({
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { ...props },
});
const nodes = (props: object): Sample => ({ type: "aws:eks/nodeGroup:NodeGroup", name: "nodes", props: { ...props } });
const topic: Sample = { type: "aws:sns/topic:Topic", name: "news", props: {} };

const stack = (config: object, ...beside: readonly Sample[]): Example => ({
  type: "pulumi:pulumi:Stack",
  props: {},
  beside,
  config: { ...config },
});
const upTo = (maxMonthlyCost: unknown, ...beside: readonly Sample[]) => stack({ prices, maxMonthlyCost }, ...beside);
const medium = database({ instanceClass: "db.t4g.medium", allocatedStorage: 100 });

export const examples: Examples = {
  pass: [
    upTo(0),
    upTo(0, topic),
    upTo(0, { type: "aws:sqs/queue:Queue", name: "orders", props: {} }),
    upTo(35, nat("a")),
    upTo(70, nat("a"), nat("b"), topic),
    upTo(60, medium),
    upTo(50, database({ instanceClass: "db.t4g.medium", allocatedStorage: "0" })),
    upTo(180, nodes({ instanceTypes: ["m7g.large"], scalingConfig: { desiredSize: 3 } })),
    upTo(30, nodes({})),
    upTo(0, nodes({ scalingConfig: { desiredSize: -1 } })),
    upTo(32, { type: "azure-native:network/v20230101:NatGateway", name: "out", props: {} }),
    stack({ prices, agreedMonthlyCost: 60 }, medium),
    stack({ prices, agreedMonthlyCost: 60, maxMonthlyIncrease: 35 }, medium, nat("a")),
    stack({ prices, agreedMonthlyCost: 100, maxMonthlyCost: 60 }, medium),
  ],
  fail: [
    upTo(34.99, nat("a")),
    upTo(60, nat("a"), nat("b")),
    upTo(59, medium),
    upTo(150, database({ instanceClass: "db.r7g.large" })),
    upTo(179, nodes({ instanceTypes: ["m7g.large"], scalingConfig: { desiredSize: "3" } })),
    upTo(29, nodes({ instanceTypes: [] })),
    upTo(31, { type: "azure-native:network/v20230101:NatGateway", name: "out", props: {} }),
    stack({ prices, agreedMonthlyCost: 25 }, medium),
    stack({ prices, agreedMonthlyCost: 60, maxMonthlyIncrease: 34 }, medium, nat("a")),
    stack({ prices, agreedMonthlyCost: 60, maxMonthlyCost: 80, maxMonthlyIncrease: 100 }, medium, nat("a")),
    // what is known is enough
    upTo(30, nat("a"), database({ instanceClass: UNKNOWN })),
  ],
  undetermined: [
    upTo(100, database({ instanceClass: UNKNOWN })),
    upTo(100, database({ instanceClass: "db.t4g.medium", allocatedStorage: UNKNOWN })),
    upTo(100, database({ instanceClass: "db.t4g.medium", allocatedStorage: "much" })),
    upTo(100, database({ instanceClass: "db.x2g.metal" })),
    upTo(100, database({})),
    upTo(100, nodes({ instanceTypes: UNKNOWN })),
    upTo("much", nat("a")),
    upTo(100, medium, nodes({ instanceTypes: UNKNOWN })),
    stack({ prices, maxMonthlyCost: 1, agreedMonthlyCost: "much" }, nat("a")),
    stack({ prices, agreedMonthlyCost: 60, maxMonthlyIncrease: "some" }, medium, nat("a")),
    stack({ prices: ["prices.yaml"], maxMonthlyCost: 1 }, nat("a")),
    ...Object.keys(REFUSED).map((refused) => stack({ prices: refused, maxMonthlyCost: 1 }, nat("a"))),
  ],
  notApplicable: [
    stack({}, nat("a")),
    stack({ prices }, nat("a")),
    stack({ prices, maxMonthlyIncrease: 5 }, nat("a")),
    stack({ maxMonthlyCost: 1 }, nat("a")),
  ],
};
