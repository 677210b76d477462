import { Command, CommanderError, Help } from 'commander'
import { exitOf } from './exit.ts'
import { annotationCommands } from './program/annotation-commands.ts'
import { auditCommands } from './program/audit-commands.ts'
import { corpusCommands } from './program/corpus-commands.ts'
import { helpCommands } from './program/help-commands.ts'
import { exitCodeOf } from './program/lazily.ts'
import { examples } from './program/options.ts'
import { partCommands } from './program/part-commands.ts'
import { version } from './version.ts'

/** The whole command line as an object; completion scripts and tests read it too. */
export function createProgram(): Command {
  const program = new Command('corpuscope')
    .description('Measures the quality of a text corpus: case mix, style, diversity, duplication, privacy, concepts.')
    .version(version, '-V, --version', 'print the version')
    .option('--debug', 'print the stack of an unexpected fault')
    .showHelpAfterError('Run with --help to see what is possible.')
    .exitOverride()
    // Names alone leave the descriptions room in 80 columns; an option that may be given again begins empty, which tells nothing.
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => new Help().optionDescription(option).replace(' (default: [])', ''),
    })
    .addHelpText(
      'after',
      examples(
        'corpuscope audit notes/',
        'corpuscope audit notes.jsonl --labels labels.csv --label-field rfe',
        'corpuscope gate corpuscope-audit',
      ),
    )

  corpusCommands(program)
  auditCommands(program)
  annotationCommands(program)
  partCommands(program)
  helpCommands(program)
  return program
}

/** Runs the command line and gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  // `corpuscope list | head` closes our output early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  const program = createProgram()
  try {
    if (args.length === 0) {
      program.outputHelp()
      return 2
    }
    await program.parseAsync(args, { from: 'user' })
    return exitCodeOf(program)
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return exitOf(error, program.opts<{ debug?: boolean }>().debug ?? false)
  }
}
