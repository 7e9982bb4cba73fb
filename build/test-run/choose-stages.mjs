/**
 * Reads `npm test -- unit e2e -- some/file`: names of stages, and after a second `--` what is
 * handed on to their runners.
 *
 * @param {string[]} args
 * @param {string[]} names
 * @returns {{ chosen: string[], unknown: string[], handedOn: string[] }}
 */
export function chooseStages(args, names) {
  const divider = args.includes('--') ? args.indexOf('--') : args.length;
  const asked = args.slice(0, divider).filter((arg) => !arg.startsWith('--'));
  return {
    chosen: asked.length === 0 ? names : names.filter((name) => asked.includes(name)),
    unknown: asked.filter((name) => !names.includes(name)),
    handedOn: args.slice(divider + 1),
  };
}
