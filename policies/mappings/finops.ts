import type { Framework } from "./mapping.ts";

/** Habits of teams that know what they spend, by the capability that they serve. */
export const FINOPS: Framework = {
  id: "finops",
  name: "FinOps Framework",
  version: "2025",
  reference: "https://www.finops.org/framework/capabilities/",
  note: "The capabilities are the framework's; which rule serves which is an interpretation.",
  controls: [
    { id: "allocation", title: "Every cost has an owner", rules: ["required-cost-tags"] },
    { id: "anomaly-management", title: "Sudden costs are noticed", rules: ["budget-and-anomaly-alert"] },
    { id: "budgeting", title: "Costs have a limit", rules: ["budget-and-anomaly-alert", "monthly-cost-delta"] },
    {
      id: "rate-optimization",
      title: "The right price for the same thing",
      rules: ["commitment-fit", "no-extended-support", "nonprod-spot"],
    },
    {
      id: "architecting",
      title: "Cost is a property of the design",
      rules: [
        "autoscaling-ceiling",
        "cross-region-data-flow",
        "log-ingestion-cap",
        "log-retention-bounded",
        "nat-egress-trap",
        "object-lifecycle",
        "query-scan-cap",
      ],
    },
    {
      id: "workload-optimization",
      title: "No more than the work needs",
      rules: [
        "arm-first",
        "artifact-cleanup",
        "dynamodb-capacity-mode",
        "empty-load-balancer",
        "idle-public-ip",
        "instance-size-ceiling",
        "k8s-requests-limits",
        "modern-volume-types",
        "nonprod-shutdown-schedule",
        "serverless-not-prewarmed-nonprod",
        "stream-capacity-mode",
        "unattached-disk",
      ],
    },
  ],
};
