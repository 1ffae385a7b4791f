/** A family as the commitments of its cloud name it. */
export type FamilyOf = (size: string) => string | undefined;

/** `m7g.large` is of `m7g`, `db.r7g.large` of `db.r7g`. */
const aws: FamilyOf = (size) => /^((?:db\.)?[a-z][a-z0-9-]*)\.[a-z0-9-]+$/.exec(size.toLowerCase())?.[1];

/** `n2-standard-4` is of `n2`; a custom type without a family is of `n1`. */
const gcp: FamilyOf = (size) => {
  const name = size.split("/").at(-1)?.toLowerCase() ?? "";
  if (/^custom-\d+-\d+/.test(name) || /^(f1-micro|g1-small)$/.test(name)) return "n1";
  return /^([a-z]+\d+[a-z]?)-/.exec(name)?.[1];
};

/** `Standard_D4s_v5` is of `dsv5`, `Standard_E4-2ds_v5` of `edsv5`, `Standard_NC24ads_A100_v4` of `ncadsa100v4`. */
const azure: FamilyOf = (size) => {
  const [, letters, features = "", rest = ""] =
    /^(?:standard|basic)_([a-z]+)\d+(?:-\d+)?([a-z]*)((?:_[a-z0-9]+)*)$/.exec(size.toLowerCase()) ?? [];
  return letters === undefined ? undefined : `${letters}${features}${rest.replaceAll("_", "")}`;
};

export const FAMILIES = { aws, gcp, azure };
