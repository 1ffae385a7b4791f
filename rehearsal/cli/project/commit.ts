import { execFileSync } from "node:child_process";

/** The day of the last commit, as YYYY-MM-DD: a green commit stays green, for what is judged by date is judged by it. */
export const commitDate = (directory: string): string | undefined => lastCommit(directory, "%cs");

/** The last commit's hash; nothing outside a repository. */
export const commitHash = (directory: string): string | undefined => lastCommit(directory, "%H");

function lastCommit(directory: string, format: string): string | undefined {
  try {
    const text = execFileSync("git", ["log", "-1", `--format=${format}`], {
      cwd: directory,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    return text || undefined;
  } catch {
    return undefined;
  }
}
