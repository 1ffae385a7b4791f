import { InputPropertiesError } from "@pulumi/pulumi";

/** `[property path, is the limit broken, what must hold]`. */
export type Limit = readonly [propertyPath: string, broken: boolean, reason: string];

/** Throws once, naming every property that is wrong, so that all of them are fixed in one go. */
export function validate(message: string, limits: readonly Limit[]): void {
  const errors = limits.filter(([, broken]) => broken).map(([propertyPath, , reason]) => ({ propertyPath, reason }));
  if (errors.length > 0) throw new InputPropertiesError({ message, errors });
}

// written as "not inside", never as "below or above": NaN must be broken
export function outside(value: number, min: number, max: number): boolean {
  return !(value >= min && value <= max);
}

/** Like `outside`, for things that are counted. */
export function notWhole(value: number, min: number, max: number): boolean {
  return outside(value, min, max) || !Number.isInteger(value);
}
