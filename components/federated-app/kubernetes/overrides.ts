import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { podParts } from "../../identity/index.ts";
import { custom } from "../../objects/index.ts";
import type { AppScope, Declared } from "../app.ts";
import { metadata } from "../names.ts";
import type { AppPlan } from "../plan.ts";
import { baseOf } from "./pod.ts";
import { copiesIn, propagate } from "./propagation.ts";

const POD = "/spec/template/spec";
const CONTAINER = `${POD}/containers/0`;
const set = (path: string, value: unknown) => ({ path, operator: "add" as const, value });
/** As a JSON pointer writes a key (RFC 6901). */
const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** Each entry of a map that is there; Karmada's own overrider of annotations takes no key with a slash. */
const entries = (path: string, map: Readonly<Record<string, unknown>>) =>
  Object.entries(map).map(([key, value]) => set(`${path}/${escaped(key)}`, value));

/** What is different in a member: where images come from, what is started, and who the app is in the member's cloud. */
export function overrides(scope: AppScope, plan: AppPlan, workloads: readonly Declared[]): void {
  const rules = plan.members.flatMap((member) => ofMember(scope, plan, member));
  declare(scope, plan, "workload", workloads, rules);
  const accounts = Object.entries(plan.identity).flatMap(([member, { annotations }]) =>
    Object.keys(annotations).length === 0 ? [] : [rule(member, entries("/metadata/annotations", annotations))],
  );
  const account = { apiVersion: "v1", kind: "ServiceAccount", name: plan.name };
  declare(scope, plan, "account", [account], accounts);
}

function declare(
  scope: AppScope,
  plan: AppPlan,
  of: string,
  targets: readonly Omit<Declared, "resource">[],
  overrideRules: readonly ReturnType<typeof rule>[],
): void {
  if (overrideRules.length === 0) return;
  const resourceSelectors = targets.map(({ apiVersion, kind, name }) => ({
    apiVersion,
    kind,
    name,
    namespace: plan.namespace,
  }));
  custom(
    "policy.karmada.io/v1alpha1/OverridePolicy",
    ...scope.child(
      "overrides",
      { metadata: metadata(plan, `${plan.name}-${of}`), spec: { resourceSelectors, overrideRules } },
      { of },
    ),
  );
}

function rule(member: string, plaintext: readonly ReturnType<typeof set>[]) {
  return { targetCluster: { clusterNames: [member] }, overriders: { plaintext } };
}

function ofMember(scope: AppScope, plan: AppPlan, member: string) {
  const { registry, args } = plan.overrides[member] ?? {};
  const plaintext = [
    ...(registry === undefined ? [] : [set(`${CONTAINER}/image`, imageFrom(registry, plan.image))]),
    ...(args === undefined ? [] : [set(`${CONTAINER}/args`, [...args])]),
    ...identity(scope, plan, member),
  ];
  return plaintext.length === 0 ? [] : [rule(member, plaintext)];
}

/** The same image of another registry: Karmada's own overrider of images keeps of tag and digest but one. */
function imageFrom(registry: string, image: string): string {
  return `${registry}${image.slice(image.indexOf("/"))}`;
}

function identity(scope: AppScope, plan: AppPlan, member: string) {
  const own = plan.identity[member];
  if (own === undefined) return [];
  const meta = metadata(plan, `${plan.name}-identity-${member}`);
  if (Object.keys(own.files).length > 0) {
    const resource = new ConfigMap(
      ...scope.child("identityFiles", { metadata: meta, data: own.files }, { of: member }),
    );
    const files = { apiVersion: "v1", kind: "ConfigMap", name: meta.name, resource };
    propagate(scope, plan, `identity-${member}`, [files], copiesIn([member]));
  }
  const base = baseOf(plan);
  const { env, volumes, volumeMounts } = podParts(own, meta.name);
  return [
    ...entries("/spec/template/metadata/labels", own.labels),
    ...(env.length === 0 ? [] : [set(`${CONTAINER}/env`, [...base.env, ...env])]),
    ...(volumes.length === 0 ? [] : [set(`${POD}/volumes`, [...base.volumes, ...volumes])]),
    ...(volumeMounts.length === 0 ? [] : [set(`${CONTAINER}/volumeMounts`, [...base.volumeMounts, ...volumeMounts])]),
  ];
}
