import { ensureCommand, findCommand } from '../../workbench/setup/debian_package';

/** The names under which a Chromium is installed, in the order in which they are tried. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The browser to test in: `CHROMIUM_PATH`, else one on the path, else Debian's, which is installed
 * where that may be. Rejects with MissingSoftwareError, which names the command to run.
 */
export async function ensureChromium(say: (line: string) => void): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined && given !== '') return given;
  const found = NAMES.map((name) => findCommand(name)).find((file) => file !== undefined);
  return found ?? ensureCommand({ command: 'chromium', debianPackage: 'chromium', say });
}
