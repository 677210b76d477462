import type { Command } from 'commander'

/** A command's function takes its arguments, its options and the program, and gives the exit code. */
type Action = (args: never, options: never, program: Command) => Promise<number> | number

const exitCodes = new WeakMap<Command, number>()

/** What the command of this program that ran gave; 0 if none did. */
export const exitCodeOf = (program: Command): number => exitCodes.get(program) ?? 0

/** Loads the code of a command when it is run: `--help` does not wait for it. */
export function lazily(load: () => Promise<Action>): (...all: unknown[]) => Promise<void> {
  return async (...all) => {
    const command = all.pop() as Command
    const options = all.pop() as never
    const program = command.parent!
    exitCodes.set(program, await (await load())(all as never, options, program))
  }
}
