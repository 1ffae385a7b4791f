import type { Resource } from "@pulumi/pulumi";
import type { ParentScope } from "../core/children.ts";
import type { AppChildren } from "./native.ts";
import type { AppPlan } from "./plan.ts";

/** Where the objects of an app are declared: on the federation's API server, as children of the app. */
export type AppScope<Children extends { readonly [K in keyof Children]: object } = AppChildren> = ParentScope<Children>;
/** An object that the federation propagates. */
export interface Declared {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly resource: Resource;
}
/** Declares some of an app's objects. */
export type Declare = (scope: AppScope, plan: AppPlan) => readonly Declared[];
