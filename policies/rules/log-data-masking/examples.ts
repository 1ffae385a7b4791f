import { type Example, type Examples, type Sample, UNKNOWN } from "../../core/examples.ts";

const group = "aws:cloudwatch/logGroup:LogGroup";
const policy = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
const lambda = "aws:lambda/function:Function";

const identifier = "arn:aws:dataprotection::aws:data-identifier/EmailAddress";
const audit = { Sid: "audit", DataIdentifier: [identifier], Operation: { Audit: { FindingsDestination: {} } } };
const mask = { Sid: "mask", DataIdentifier: [identifier], Operation: { Deidentify: { MaskConfig: {} } } };
const document = (...Statement: readonly unknown[]) => ({ Name: "mask", Version: "2021-06-01", Statement });
const text = JSON.stringify(document(audit, mask));
const protects = (logGroupName: unknown = "/shop/orders", more: Partial<Sample> = {}): Sample => ({
  type: policy,
  name: "policy",
  props: { logGroupName, policyDocument: text },
  ...more,
});
const account = (policyType: unknown, policyDocument: unknown = text): Sample => ({
  type: "aws:cloudwatch/logAccountPolicy:LogAccountPolicy",
  name: "account",
  props: { policyName: "mask", policyType, policyDocument },
});
const logs = (beside: readonly Sample[], props: object = {}): Example => ({
  type: group,
  props: { name: "/shop/orders", tags: { class: "personal" }, ...props },
  beside,
});
const writer = (props: object, kind: unknown = "personal", edges?: Sample["edges"]): Sample => ({
  type: lambda,
  name: "orders",
  props: { name: "orders", tags: { class: kind }, ...props },
  ...(edges && { edges }),
});
const internal = { tags: { class: "internal" } };
const named = { loggingConfig: { logFormat: "JSON", logGroup: "/shop/orders" } };
const own = { ...internal, name: "/aws/lambda/orders" };
const it = (policyDocument: unknown): Example => ({
  type: policy,
  props: { logGroupName: "/shop/orders", policyDocument },
});

export const examples: Examples = {
  pass: [
    logs([protects()]),
    logs([protects(UNKNOWN, { edges: { logGroupName: "it" } })]),
    logs([account("DATA_PROTECTION_POLICY")]),
    logs([protects(), writer(named)], internal),
    it(text),
    it(document(mask)),
    it(document(audit, mask)),
  ],
  fail: [
    logs([]),
    logs([protects("/shop/bills")]),
    logs([account("SUBSCRIPTION_FILTER_POLICY")]),
    logs([account("DATA_PROTECTION_POLICY", JSON.stringify(document(audit)))]),
    logs([writer(named)], internal),
    logs([writer({})], own),
    { ...logs([writer({})], { ...internal, name: UNKNOWN }), edges: { name: `${lambda}::orders` } },
    { ...logs([], { tags: { class: "health" } }), config: { personalClasses: ["health"] } },
    it(JSON.stringify(document(audit))),
    it(document()),
    it({ Name: "mask" }),
  ],
  undetermined: [
    logs([protects(UNKNOWN)]),
    logs([], { tags: { class: UNKNOWN } }),
    logs([account(UNKNOWN)]),
    logs([writer({ loggingConfig: { logGroup: UNKNOWN } })], internal),
    logs([], { logGroupClass: UNKNOWN }),
    it(UNKNOWN),
    it("not json"),
    it(document({ ...mask, Operation: UNKNOWN })),
  ],
  notApplicable: [
    logs([], internal),
    logs([], { tags: {} }),
    logs([writer({ loggingConfig: { logGroup: "/shop/bills" } })], internal),
    logs([writer(named, "internal")], internal),
    // the group of another function
    logs([writer({ name: "bills" })], own),
    logs([], { logGroupClass: "DELIVERY" }),
  ],
};
