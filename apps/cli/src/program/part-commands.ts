import type { Command } from 'commander'
import { lazily } from './lazily.ts'
import { examples, list, reading } from './options.ts'

/** Commands that make an audit in parts, on several machines. */
export function partCommands(program: Command): void {
  program.commandsGroup('An audit in parts:')

  reading(
    program
      .command('observe')
      .argument('<input...>', 'the input, or a part of it')
      .description('observe a corpus, or part k of n of it, for another engine')
      .requiredOption('-o, --out <folder>', 'where the partial goes')
      .option('--shard <k/n>', 'only part k of n')
      .option('--comparing <roles>', 'for an audit that compares: against, or against,holdout', list)
      .option('--key-file <file>', 'secret (or CORPUSCOPE_KEY): partials are encrypted, fingerprints of findings keyed')
      .option('-q, --quiet', 'print nothing but errors'),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope observe part-1/ -o partial-1',
        'corpuscope observe notes.jsonl --shard 1/7 -o partial-1',
        'corpuscope observe notes/ --labels labels.csv --label-field rfe -o partial',
      ),
    )
    .action(lazily(async () => (await import('../commands/shards.ts')).observe))

  program
    .command('merge')
    .argument('<partial...>', 'folders that observe or merge wrote')
    .description('merge partials into one')
    .requiredOption('-o, --out <folder>', 'where the merged partial goes')
    .option('--key-file <file>', 'secret (or CORPUSCOPE_KEY): partials are encrypted, fingerprints of findings keyed')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples(
        'corpuscope merge partial-1 partial-2 -o merged',
        'corpuscope merge partial-* -o merged',
        'corpuscope merge merged partial-8 -o all',
      ),
    )
    .action(lazily(async () => (await import('../commands/shards.ts')).merge))

  program
    .command('conclude')
    .argument('<partial...>', 'folders that observe or merge wrote')
    .description('conclude partials to an audit: the same bytes as one audit of the whole')
    .option('-o, --out <folder>', 'where the audit goes', 'corpuscope-audit')
    .option('--against <partial...>', 'partials of the corpus to hold it against')
    .option('--holdout <partial...>', 'partials of the holdout')
    .option('--key-file <file>', 'secret (or CORPUSCOPE_KEY): partials are encrypted, fingerprints of findings keyed')
    .option('--json', 'print the estimates as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples('corpuscope conclude merged', 'corpuscope conclude partial-1 partial-2 -o audit', 'corpuscope conclude partial-* --json'),
    )
    .action(lazily(async () => (await import('../commands/shards.ts')).conclude))
}
