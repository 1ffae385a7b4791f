import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../core/examples.ts";
import { AWS, AZURE, GCP } from "./testing/clouds.ts";
import { type Change, changed, stateOf } from "./testing/program.ts";

const INTERNET = { internet: true };
const asked = (cluster: string) => ({ cluster, apiServer: true, port: 443 });
const PRIVATE = { enablePrivateEndpoint: true };
const NO_PUBLIC_BLOCKS = { cidrBlocks: [{ cidrBlock: "10.0.0.0/8" }] };
const EVERYBODY = { cidrBlocks: [{ cidrBlock: "0.0.0.0/0" }] };

describe("the public endpoint of an API server", () => {
  it.each<readonly [string, readonly Change[], string]>([
    ["is off", [], "closed"],
    ["is on by default", [["eks", "vpcConfig", {}]], "open"],
    ["is on, for everybody", [["eks", "vpcConfig.endpointPublicAccess", true]], "open"],
    [
      "is on, for private blocks only",
      [["eks", "vpcConfig", { endpointPublicAccess: true, publicAccessCidrs: ["10.0.0.0/8"] }]],
      "closed",
    ],
    [
      "is on, for one office among private blocks",
      [["eks", "vpcConfig", { endpointPublicAccess: true, publicAccessCidrs: ["10.0.0.0/8", "20.1.2.3/32"] }]],
      "open",
    ],
    ["may be on", [["eks", "vpcConfig.endpointPublicAccess", UNKNOWN]], "undetermined(unknown)"],
    [
      "is on, for whom is not known",
      [["eks", "vpcConfig", { endpointPublicAccess: true, publicAccessCidrs: [UNKNOWN] }]],
      "undetermined(unknown)",
    ],
  ])("of EKS %s", (_, changes, state) => {
    expect(stateOf(changed(AWS, ...changes), INTERNET, asked("eks"))).toBe(state);
  });

  it.each<readonly [string, readonly Change[], string]>([
    ["is off", [], "closed"],
    ["is on, for listed networks", [["gke", "privateClusterConfig", {}]], "closed"],
    [
      "is on, for everybody by a list",
      [
        ["gke", "privateClusterConfig", {}],
        ["gke", "masterAuthorizedNetworksConfig", EVERYBODY],
      ],
      "open",
    ],
    [
      "is on, without a list",
      [
        ["gke", "privateClusterConfig", {}],
        ["gke", "masterAuthorizedNetworksConfig", undefined],
      ],
      "open",
    ],
    [
      "is on, with a list that is empty",
      [
        ["gke", "privateClusterConfig", {}],
        ["gke", "masterAuthorizedNetworksConfig", {}],
      ],
      "closed",
    ],
    [
      "has no address",
      [
        ["gke", "privateClusterConfig", {}],
        ["gke", "masterAuthorizedNetworksConfig", EVERYBODY],
        ["gke", "controlPlaneEndpointsConfig", { ipEndpointsConfig: { enabled: false } }],
      ],
      "closed",
    ],
    [
      "is on by its name",
      [["gke", "controlPlaneEndpointsConfig", { dnsEndpointConfig: { allowExternalTraffic: true } }]],
      "open",
    ],
    [
      "may be on",
      [
        ["gke", "masterAuthorizedNetworksConfig", EVERYBODY],
        ["gke", "privateClusterConfig", UNKNOWN],
      ],
      "undetermined(unknown)",
    ],
    [
      "is private whatever the list says",
      [
        ["gke", "privateClusterConfig", PRIVATE],
        ["gke", "masterAuthorizedNetworksConfig", EVERYBODY],
      ],
      "closed",
    ],
    [
      "has private blocks only",
      [
        ["gke", "privateClusterConfig", {}],
        ["gke", "masterAuthorizedNetworksConfig", NO_PUBLIC_BLOCKS],
      ],
      "closed",
    ],
  ])("of GKE %s", (_, changes, state) => {
    expect(stateOf(changed(GCP, ...changes), INTERNET, asked("gke"))).toBe(state);
  });

  it.each<readonly [string, readonly Change[], string]>([
    ["is off", [], "closed"],
    ["is on by default", [["aks", "apiServerAccessProfile", {}]], "open"],
    ["is on, for an empty list", [["aks", "apiServerAccessProfile", { authorizedIPRanges: [] }]], "open"],
    [
      "is on, for private blocks",
      [["aks", "apiServerAccessProfile", { authorizedIPRanges: ["10.0.0.0/8"] }]],
      "closed",
    ],
    ["is on, for an office", [["aks", "apiServerAccessProfile", { authorizedIPRanges: ["20.1.2.3/32"] }]], "open"],
    ["may be on", [["aks", "apiServerAccessProfile", { enablePrivateCluster: UNKNOWN }]], "undetermined(unknown)"],
  ])("of AKS %s", (_, changes, state) => {
    expect(stateOf(changed(AZURE, ...changes), INTERNET, asked("aks"))).toBe(state);
  });
});
