import type { ObjectOf } from "../objects/index.ts";

const REPLICAS = `
local kube = require("kube")
function GetReplicas(rollout)
  return rollout.spec.replicas or 1, kube.accuratePodRequirements(rollout.spec.template)
end`;
const REVISION = `
function ReviseReplica(rollout, share)
  rollout.spec.replicas = share
  return rollout
end`;
// an autoscaler on the member owns the number, and the Rollout's controller what it writes while it pauses
const RETENTION = `
function Retain(wanted, found)
  local labels = wanted.metadata.labels
  if labels ~= nil and labels["resourcetemplate.karmada.io/retain-replicas"] == "true" then
    wanted.spec.replicas = found.spec.replicas
  end
  wanted.spec.paused = found.spec.paused
  return wanted
end`;
const STATUS = `
local kept = {
  "replicas", "updatedReplicas", "readyReplicas", "availableReplicas", "HPAReplicas", "selector",
  "phase", "message", "abort", "currentStepIndex", "stableRS", "currentPodHash", "observedGeneration",
}
function ReflectStatus(rollout)
  local status = {}
  if rollout.status == nil then
    return status
  end
  for _, field in ipairs(kept) do
    status[field] = rollout.status[field]
  end
  status.generation = rollout.metadata.generation
  return status
end`;
// the whole is as far as its least advanced part; an autoscaler over clusters reads its number and its selector
const AGGREGATION = `
local counted = { "replicas", "updatedReplicas", "readyReplicas", "availableReplicas", "HPAReplicas" }
local worst = { Healthy = 1, Progressing = 2, Paused = 3, Degraded = 4 }
function AggregateStatus(rollout, items)
  local whole = { phase = "Healthy" }
  for _, field in ipairs(counted) do
    whole[field] = 0
  end
  for _, item in ipairs(items or {}) do
    local part = item.status or {}
    for _, field in ipairs(counted) do
      whole[field] = whole[field] + (part[field] or 0)
    end
    whole.selector = whole.selector or part.selector
    local phase = worst[part.phase] and part.phase or "Progressing"
    if worst[phase] > worst[whole.phase] then
      whole.phase = phase
      whole.message = item.clusterName .. ": " .. (part.message or phase)
    end
  end
  rollout.status = whole
  return rollout
end`;
const HEALTH = `
function InterpretHealth(rollout)
  local status = rollout.status
  if status == nil or status.phase == nil then
    return false
  end
  return status.phase == "Healthy" or status.phase == "Paused"
end`;
const DEPENDENCIES = `
local kube = require("kube")
function GetDependencies(rollout)
  return kube.getPodDependencies(rollout.spec.template, rollout.metadata.namespace)
end`;

const script = (text: string) => ({ luaScript: text.trimStart() });
/** How Karmada reads a Rollout, which it does not know by itself: without this every cluster gets all replicas. */
export const ROLLOUTS: ObjectOf<"config.karmada.io/v1alpha1/ResourceInterpreterCustomization">["spec"] = {
  target: { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout" },
  customizations: {
    replicaResource: script(REPLICAS),
    replicaRevision: script(REVISION),
    retention: script(RETENTION),
    statusReflection: script(STATUS),
    statusAggregation: script(AGGREGATION),
    healthInterpretation: script(HEALTH),
    dependencyInterpretation: script(DEPENDENCIES),
  },
};
