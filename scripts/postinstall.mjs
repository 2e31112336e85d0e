// Runs after npm ci: patches postgres.js, and installs the git hooks when there is a git to hook into.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const bin = (name) => `node_modules/${name}`;
const node = (script, ...args) => spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status ?? 1;

// Without the patch a database restart can kill the process, so a failure here has to be loud.
// An install without dev dependencies (a deployer's own image) has no patch-package; the build image has.
if (existsSync(bin("patch-package/index.js")) && existsSync("patches")) {
  const status = node(bin("patch-package/index.js"), "--error-on-fail");
  if (status !== 0) process.exit(status);
}

if (existsSync(".git") && existsSync(bin("lefthook/bin/index.js"))) {
  spawnSync(process.execPath, [bin("lefthook/bin/index.js"), "install"], { stdio: "ignore" });
}
