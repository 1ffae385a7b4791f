import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { LOGICAL_NAME } from "./name.ts";
import { validate } from "./validate.ts";

/** One thing over several sites or clusters; its files say what is built on each. */
export abstract class Assembly extends ComponentResource {
  /** The first argument: unique among its kind in a stack. */
  readonly logicalName: string;

  constructor(type: string, name: string, opts?: ComponentResourceOptions) {
    const nested = opts?.parent instanceof ComponentResource; // a part is called after its whole
    validate(`invalid ${type}`, [
      ["name", !nested && !LOGICAL_NAME.test(name), `must match ${LOGICAL_NAME.source}, got ${name}`],
    ]);
    super(`archipel:index:${type}`, name, {}, opts);
    this.logicalName = name;
  }
}
