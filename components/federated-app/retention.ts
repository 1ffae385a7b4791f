import type { ObjectOf } from "../objects/index.ts";

type Interpretation = ObjectOf<"config.karmada.io/v1alpha1/ResourceInterpreterCustomization">["spec"];
/** The label by which Argo Rollouts tells versions apart. */
const HASH = "rollouts-pod-template-hash";

// weights of a canary: of routes that have the same name, and as many ways, on both sides
const VIRTUAL_SERVICES = `
  local found = {}
  for _, http in ipairs(observed.spec.http or {}) do
    if http.name ~= nil then found[http.name] = http end
  end
  for _, http in ipairs(desired.spec.http or {}) do
    local other = http.name ~= nil and found[http.name] or nil
    if other ~= nil and #(other.route or {}) == #(http.route or {}) then
      for index, way in ipairs(http.route or {}) do way.weight = other.route[index].weight end
    end
  end`;
// which pods are stable, and which the canary
const DESTINATION_RULES = `
  local found = {}
  for _, subset in ipairs(observed.spec.subsets or {}) do found[subset.name] = subset.labels or {} end
  for _, subset in ipairs(desired.spec.subsets or {}) do
    local hash = (found[subset.name] or {})["${HASH}"]
    if hash ~= nil then
      subset.labels = subset.labels or {}
      subset.labels["${HASH}"] = hash
    end
  end`;
// which pods a blue-green service is for; and the addresses, which Karmada keeps by itself only where nobody else says what is kept
const SERVICES = `
  for _, field in ipairs({ "clusterIP", "clusterIPs", "healthCheckNodePort" }) do
    if observed.spec[field] ~= nil then desired.spec[field] = observed.spec[field] end
  end
  local hash = (observed.spec.selector or {})["${HASH}"]
  if hash ~= nil and desired.spec.selector ~= nil then desired.spec.selector["${HASH}"] = hash end`;

/** What Argo Rollouts writes in a member into objects that the federation declares, as Lua that leaves it there; its Rollouts themselves are the federation's. */
export const KEPT: Readonly<Record<string, Interpretation>> = {
  "virtual-services": kept("networking.istio.io/v1", "VirtualService", VIRTUAL_SERVICES),
  "destination-rules": kept("networking.istio.io/v1", "DestinationRule", DESTINATION_RULES),
  services: kept("v1", "Service", SERVICES),
};

function kept(apiVersion: string, kind: string, lines: string): Interpretation {
  const luaScript = `function Retain(desired, observed)${lines}\n  return desired\nend\n`;
  return { target: { apiVersion, kind }, customizations: { retention: { luaScript } } };
}
