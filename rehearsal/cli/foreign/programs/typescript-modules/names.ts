export enum Kind {
  Cat = "cat",
  Dog = "dog",
}
