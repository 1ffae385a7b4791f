import type { ObjectOf } from "../../objects/index.ts";
import type { Analysis, Step, Strategy } from "../args.ts";
import type { AppPlan } from "../plan.ts";

/** The subsets that Argo Rollouts moves calls between; it writes their pods' hash into them. */
export const STABLE = "stable";
export const CANARY = "canary";
/** The route whose shares it writes. */
export const SHARES = "shares";
export const previewName = ({ name }: Pick<AppPlan, "name">): string => `${name}-preview`;

/** How a Rollout brings in a new version. */
export function rolloutStrategy(plan: AppPlan) {
  const { strategy, name } = plan;
  switch (strategy.kind) {
    case "rolling":
      throw new Error("a Deployment rolls by itself"); // by the table of strategies
    case "blueGreen":
      return {
        blueGreen: {
          activeService: name,
          previewService: previewName(plan),
          autoPromotionEnabled: strategy.autoPromote,
          // proxies may know the old pods for half a minute (Argo Rollouts, its default)
          scaleDownDelaySeconds: 60,
        },
      };
    case "canary":
      return { canary: canary(name, strategy) };
  }
}

function canary(name: string, { steps, analysis }: Extract<Strategy, { kind: "canary" }>) {
  return {
    maxSurge: "25%",
    maxUnavailable: 0,
    trafficRouting: {
      istio: {
        virtualService: { name, routes: [SHARES] },
        destinationRule: { name, stableSubsetName: STABLE, canarySubsetName: CANARY },
      },
    },
    steps: steps.flatMap((step) => [{ setWeight: step.weightPercent }, ...pause(step)]),
    ...(analysis && { analysis: { templates: [{ templateName: name }], startingStep: 1 } }),
  };
}

function pause({ weightPercent, pauseSeconds }: Step) {
  if (pauseSeconds !== undefined) return [{ pause: { duration: `${pauseSeconds}s` } }];
  return weightPercent === 100 ? [] : [{ pause: {} }];
}

/** The question that decides about a canary, in each cluster for itself. */
export function analysisSpec(analysis: Analysis): ObjectOf<"argoproj.io/v1alpha1/AnalysisTemplate">["spec"] {
  const { address, query, atLeast, intervalSeconds = 60, failures = 2 } = analysis;
  return {
    metrics: [
      {
        name: "calls",
        interval: `${intervalSeconds}s`,
        failureLimit: failures,
        // without calls there is no answer, and nothing is decided
        successCondition: `len(result) == 0 || result[0] >= ${atLeast}`,
        provider: { prometheus: { address, query } },
      },
    ],
  };
}
