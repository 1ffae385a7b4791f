import { KIND_SETS, type KindName, kindsOf, MADE } from "./kinds.ts";

/** A rule of a role, written out. */
export interface Rule {
  readonly apiGroups: string[];
  readonly resources: string[];
  readonly verbs: string[];
  readonly resourceNames?: string[];
}

const READ = ["get", "list", "watch"];
const CHANGE = ["update", "patch"];
const WRITE = [...READ, ...CHANGE, "create", "delete"];

function rules(kinds: readonly KindName[], verbs: readonly string[]): Rule[] {
  return [...new Set(kinds.map(({ group }) => group))].map((group) => ({
    apiGroups: [group],
    resources: kinds.filter((one) => one.group === group).map(({ resource }) => resource),
    verbs: [...verbs],
  }));
}
const core = (resources: string[], verbs: string[]): Rule => ({ apiGroups: [""], resources, verbs });

/** What Argo CD reads in a whole cluster: what it may compare, and what came of it. No secrets, and it writes nothing. */
export function readerRules(): Rule[] {
  return [...rules([...kindsOf(KIND_SETS), ...MADE], READ), core(["pods/log"], ["get"])];
}

/** What else Argo CD may do: act as the deployer of one namespace. */
export function impersonation(deployer: string): Rule[] {
  return [{ apiGroups: [""], resources: ["serviceaccounts"], verbs: ["impersonate"], resourceNames: [deployer] }];
}

/** What the deployer of a namespace may write there. */
export function deployerRules(kinds: readonly KindName[]): Rule[] {
  return rules(kinds, WRITE);
}

/** What people can be to a tenant. */
export const ROLES = ["viewers", "developers", "admins"] as const;
export type RoleName = (typeof ROLES)[number];

const LOOK = (kinds: readonly KindName[]) => rules([...kinds, ...MADE], READ);
const DEBUG = [core(["pods/log"], ["get"]), core(["pods/portforward"], ["create"]), core(["pods"], ["delete"])];

/** What people may do in a namespace of their team: nobody reads secrets, and nobody enters a container. */
export const PEOPLE: { readonly [R in RoleName]: (kinds: readonly KindName[]) => Rule[] } = {
  viewers: LOOK,
  developers: (kinds) => [...LOOK(kinds), ...DEBUG],
  admins: (kinds) => [...LOOK(kinds), ...DEBUG, ...rules(kinds, CHANGE)],
};

/** What they may do in Argo CD, as `[resource, action]`. */
export const ARGO_RIGHTS: { readonly [R in RoleName]: readonly (readonly [resource: string, action: string])[] } = {
  viewers: [["applications", "get"]],
  developers: [
    ["applications", "get"],
    ["logs", "get"],
  ],
  admins: [
    ["applications", "get"],
    ["logs", "get"],
    ["applications", "sync"],
  ],
};
