import { isList, isObject, type Properties, Secret } from "../../wire/value.ts";
import { type Answer, type Call, text } from "../type.ts";
import { last } from "./site.ts";

const projectOf = ({ args, site }: Call): string => text(args, "project") ?? text(args, "projectId") ?? site.account;
const regionOf = ({ args, site }: Call): string => text(args, "region") ?? site.region;

const getClientConfig: Answer = ({ site, dice }) => ({
  accessToken: new Secret(`simulated-${dice.hex("token", 40)}`),
  defaultLabels: {},
  id: `projects/"${site.account}"/regions/"${site.region}"/zones/"${text(site.config, "zone") ?? site.places.gcp.zone}"`,
  project: site.account,
  region: site.region,
  zone: text(site.config, "zone") ?? site.places.gcp.zone,
});
const getProject: Answer = (call) => ({
  id: `projects/${projectOf(call)}`,
  name: projectOf(call),
  number: call.site.places.gcp.projectNumber,
  projectId: projectOf(call),
  deletionPolicy: "PREVENT",
});
const getProjects: Answer = (call) => ({
  id: text(call.args, "filter") ?? "",
  projects: [
    {
      createTime: call.now,
      labels: {},
      lifecycleState: "ACTIVE",
      name: projectOf(call),
      number: call.site.places.gcp.projectNumber,
      parent: {},
      projectId: projectOf(call),
    },
  ],
});
const getZones: Answer = (call) => ({
  id: `projects/${projectOf(call)}/regions/${regionOf(call)}`,
  names: ["b", "c", "d"].map((letter) => `${regionOf(call)}-${letter}`),
  project: projectOf(call),
  region: regionOf(call),
});
const VERSIONS = ["1.34.1-gke.1000000", "1.33.5-gke.1000000", "1.32.9-gke.1000000"];
const getEngineVersions: Answer = (call) => {
  const prefix = text(call.args, "versionPrefix");
  const versions = VERSIONS.filter((version) => prefix === undefined || version.startsWith(prefix));
  const newest = versions[0] ?? VERSIONS[0] ?? "";
  return {
    defaultClusterVersion: newest,
    id: call.now,
    latestMasterVersion: newest,
    latestNodeVersion: newest,
    releaseChannelDefaultVersion: { RAPID: newest, REGULAR: newest, STABLE: newest },
    releaseChannelLatestVersion: { RAPID: newest, REGULAR: newest, STABLE: newest },
    validMasterVersions: versions,
    validNodeVersions: versions,
  };
};
const getIAMPolicy: Answer = ({ args, dice }) => {
  const bindings = (isList(args["bindings"]) ? args["bindings"] : []).filter((binding) => isObject(binding));
  const rendered = bindings.map((binding) => ({
    ...(isObject(binding["condition"]) && { condition: binding["condition"] }),
    members: (isList(binding["members"]) ? binding["members"] : [])
      .map((member) => String(member as string))
      .sort((a, b) => (a < b ? -1 : 1)),
    role: text(binding, "role") ?? "",
  }));
  const policy: Properties = { bindings: rendered.sort((a, b) => (a.role < b.role ? -1 : 1)) };
  return { id: dice.digits("policy", 10), policyData: JSON.stringify(policy) };
};
const getRegistryRepository: Answer = (call) => {
  const region = text(call.args, "region");
  const host = region === undefined ? "gcr.io" : `${region}.gcr.io`;
  return { id: `${host}/${projectOf(call)}`, project: projectOf(call), repositoryUrl: `${host}/${projectOf(call)}` };
};
const getNetblockIPRanges: Answer = ({ args }) => ({
  cidrBlocks: ["203.0.113.0/24"],
  cidrBlocksIpv4s: ["203.0.113.0/24"],
  cidrBlocksIpv6s: [],
  id: `netblock-ip-ranges-${text(args, "rangeType") ?? "cloud-netblocks"}`,
});
/** Text functions take an id apart. */
const after =
  (segment: string): Answer =>
  ({ args }) => ({ result: new RegExp(`/${segment}/([^/]+)`).exec(`/${text(args, "id") ?? ""}`)?.[1] ?? "" });

const TABLE: { readonly [token: string]: Answer } = {
  "gcp:organizations/getClientConfig:getClientConfig": getClientConfig,
  "gcp:organizations/getIAMPolicy:getIAMPolicy": getIAMPolicy,
  "gcp:organizations/getProject:getProject": getProject,
  "gcp:projects/getProject:getProject": getProjects,
  "gcp:compute/getZones:getZones": getZones,
  "gcp:compute/getNetblockIPRanges:getNetblockIPRanges": getNetblockIPRanges,
  "gcp:container/getEngineVersions:getEngineVersions": getEngineVersions,
  "gcp:container/getRegistryRepository:getRegistryRepository": getRegistryRepository,
  "gcp:index/locationFromId:locationFromId": after("locations"),
  "gcp:index/nameFromId:nameFromId": ({ args }) => ({ result: last(text(args, "id") ?? "") }),
  "gcp:index/projectFromId:projectFromId": after("projects"),
  "gcp:index/regionFromId:regionFromId": after("regions"),
  "gcp:index/regionFromZone:regionFromZone": ({ args }) => ({
    result: (text(args, "zone") ?? "").replace(/-[a-z]$/, ""),
  }),
  "gcp:index/zoneFromId:zoneFromId": after("zones"),
};

/** What Google Cloud answers without looking at single objects: a new function adds its line here. */
export const functions: ReadonlyMap<string, Answer> = new Map(Object.entries(TABLE));
