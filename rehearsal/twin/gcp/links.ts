import { partsOf } from "../life/token.ts";

/** Where a module's API begins, for self links. */
const BASES: { readonly [module: string]: string } = {
  bigquery: "https://bigquery.googleapis.com/bigquery/v2/",
  compute: "https://www.googleapis.com/compute/v1/",
  container: "https://container.googleapis.com/v1/",
  sql: "https://sqladmin.googleapis.com/sql/v1beta4/",
  storage: "https://www.googleapis.com/storage/v1/",
};

/** The link by which an API calls an object of its own. */
export const selfLink = (token: string, id: string): string => {
  const { module } = partsOf(token);
  return `${BASES[module] ?? `https://${module}.googleapis.com/v1/`}${id}`;
};
export const computeLink = (path: string): string =>
  path.startsWith("https://") ? path : `https://www.googleapis.com/compute/v1/${path}`;
