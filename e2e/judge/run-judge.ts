import { ALL_SHOTS } from "./all-shots";
import { judge, type Verdict } from "./judge";
import { readOptions, USAGE } from "./options";
import type { Shot } from "./shot";

const NAMES = { passed: "passed   ", convicted: "CONVICTED", untold: "untold   " };

type Print = (line: string) => void;

/** The judge as a command: prints a verdict for each shot and a sum; 1 where one convicts, 2 where none can be had. */
export async function runJudge(args: string[], print: Print = console.log): Promise<0 | 1 | 2> {
  if (args.length === 0 || args.includes("--help")) {
    print(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  if (args.includes("--list")) {
    print(ALL_SHOTS.map(described).join("\n"));
    return 0;
  }
  try {
    const verdicts = await judge(readOptions(args), (verdict) => print(inWords(verdict)));
    const count = (ruling: Verdict["ruling"]) => verdicts.filter((verdict) => verdict.ruling === ruling).length;
    print(`${count("passed")} passed, ${count("convicted")} convicted, ${count("untold")} untold`);
    return count("convicted") > 0 ? 1 : 0;
  } catch (error) {
    print(`judge: ${error instanceof Error ? error.message : "could not begin"}`);
    return 2;
  }
}

const described = ({ name, what, right, why }: Shot) => `${name}\n  ${what}\n  Right: ${right}\n  Why: ${why}`;

function inWords({ shot, ruling, because }: Verdict): string {
  const line = `${NAMES[ruling]} ${shot.name}: ${because}`;
  return ruling === "convicted" ? `${line}\n  ${shot.what}\n  Right: ${shot.right}\n  Why: ${shot.why}` : line;
}
