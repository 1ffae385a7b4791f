import { join, relative } from "node:path";

const folder = relative(process.cwd(), join(import.meta.dirname, "refused")).replaceAll("\\", "/");

/** Files of prices that cannot be used, and what is wrong with each. */
export const REFUSED: Readonly<Record<string, string>> = {
  [`${folder}/no-yaml.txt`]: "is no YAML: Flow sequence",
  [`${folder}/empty.yaml`]: "has no prices by type",
  [`${folder}/a-list.yaml`]: "has no prices by type",
  [`${folder}/a-text.yaml`]: "has no prices by type",
  [`${folder}/no-prices.yaml`]: "has no prices by type",
  [`${folder}/prices-in-a-list.yaml`]: "has no prices by type",
  [`${folder}/prices-empty.yaml`]: "has no prices by type",
  [`${folder}/no-currency.yaml`]: "says no currency",
  [`${folder}/currency-of-no-letters.yaml`]: "says no currency",
  [`${folder}/currency-as-number.yaml`]: "says no currency",
  [`${folder}/no-type.yaml`]: 'has prices of "nat", which is no type',
  [`${folder}/no-list.yaml`]: "has no list of prices for aws:ec2/natGateway:NatGateway",
  [`${folder}/empty-list.yaml`]: "has no list of prices for aws:ec2/natGateway:NatGateway",
  [`${folder}/part-as-number.yaml`]: "has a price of aws:ec2/natGateway:NatGateway that is no object",
  [`${folder}/part-empty.yaml`]: "has a price of aws:ec2/natGateway:NatGateway that is no object",
  [`${folder}/no-monthly.yaml`]: "that has by, but no monthly by value",
  [`${folder}/nothing-said.yaml`]: "that has no monthly of 0 or more",
  [`${folder}/negative.yaml`]: "that has no monthly of 0 or more",
  [`${folder}/endless.yaml`]: "that has no monthly of 0 or more",
  [`${folder}/price-as-text.yaml`]: "that has no monthly of 0 or more",
  [`${folder}/stranger.yaml`]: 'that has "hourly"; known are monthly, by and times',
  [`${folder}/by-value-without-by.yaml`]: "that has monthly by value, but no by",
  [`${folder}/by-without-values.yaml`]: "that has by, but no monthly by value",
  [`${folder}/value-as-text.yaml`]: 'that has no monthly of 0 or more for "private"',
  [`${folder}/times-as-number.yaml`]: "that has by or times that is no path of a property",
  [`${folder}/by-as-number.yaml`]: "that has by or times that is no path of a property",
  [`${folder}/by-of-no-letters.yaml`]: "that has by or times that is no path of a property",
  [`${folder}/not-there.yaml`]: "cannot be read",
};
