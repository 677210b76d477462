import type { Command } from 'commander'
import { lazily } from './lazily.ts'
import { examples } from './options.ts'

/** Commands that tell what there is, and set up. */
export function helpCommands(program: Command): void {
  program.commandsGroup('Help and set-up:')

  program
    .command('list')
    .argument('[what]', 'measures, rules, suites, references or detectors', 'measures')
    .description('list what corpuscope knows')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples('corpuscope list', 'corpuscope list detectors', 'corpuscope list measures --json'))
    .action(lazily(async () => (await import('../commands/list.ts')).list))

  program
    .command('explain')
    .argument('<id...>', 'measures, rules and detectors, such as mattr-50')
    .description('say what measures, rules and detectors are, and where they come from')
    .addHelpText(
      'after',
      examples('corpuscope explain mattr-50', 'corpuscope explain vendi-score dcscore', 'corpuscope explain identifier-medicare'),
    )
    .action(lazily(async () => (await import('../commands/explain.ts')).explain))

  program
    .command('references')
    .argument('[what]', 'list, show or check', 'list')
    .argument('[reference]', 'id, CSV or YAML file, or audit folder')
    .description('list published distributions, show one with its provenance, check your own')
    .option('--json', 'print it as JSON')
    .option('--normalise', 'divide the values of a file by their sum, whatever it is')
    .addHelpText(
      'after',
      examples('corpuscope references', 'corpuscope references show beach-rfe', 'corpuscope references check my-reference.csv'),
    )
    .action(lazily(async () => (await import('../commands/references.ts')).references))

  program
    .command('init')
    .description('write a corpuscope.yaml to begin with, and the workflow that judges by it')
    .option('--from-run <audit>', 'propose bounds from a good run, with slack from its intervals')
    .option('--github', 'write .github/workflows/corpus-quality.yml')
    .option('--input <path>', 'the corpus in the repository, for the workflow', 'notes')
    .option('--force', 'replace files that are there')
    .addHelpText(
      'after',
      examples('corpuscope init', 'corpuscope init --from-run corpuscope-audit', 'corpuscope init --github --input data/notes'),
    )
    .action(lazily(async () => (await import('../commands/init.ts')).init))

  program
    .command('doctor')
    .description('print versions, threads and which optional parts are there')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples('corpuscope doctor', 'corpuscope doctor --json', 'corpuscope doctor > doctor.txt'))
    .action(lazily(async () => (await import('../commands/doctor.ts')).doctor))

  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .description('print a completion script')
    .addHelpText(
      'after',
      examples(
        'source <(corpuscope completion bash)',
        'corpuscope completion zsh > ~/.zfunc/_corpuscope',
        'corpuscope completion fish | source',
      ),
    )
    .action(lazily(async () => (await import('../commands/completion.ts')).completion))

  program.helpCommand('help [command]', 'display help for command')
}
