import { type Command, Option } from 'commander'
import { lazily } from './lazily.ts'
import { collect, documents, examples, reading } from './options.ts'

/** Commands that read a corpus. */
export function corpusCommands(program: Command): void {
  program.commandsGroup('A corpus:')

  reading(
    program
      .command('audit')
      .argument('<input...>', 'folders, files or patterns of them; "-" is standard input')
      .description('measure a corpus: numbers, the documents behind them, and a page')
      .option('-o, --out <folder>', 'where the audit goes', 'corpuscope-audit')
      .option('--limit <n>', 'only n documents, drawn by hash', Number)
      .option('--key-file <file>', 'secret (or CORPUSCOPE_KEY) that fingerprints of identifiers are made with')
      .addOption(
        new Option('--with-text <how>', 'texts in the audit folder and on its page').choices(['none', 'masked', 'full']).default('none'),
      )
      .option('--i-may-publish-this-text', 'lets --with-text full pass where CI is set')
      .option('--dry-run', 'say what the input is taken for, and stop')
      .option('--json', 'print the estimates as JSON')
      .option('-q, --quiet', 'print nothing but errors'),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope audit notes/',
        'corpuscope audit notes.jsonl --text-field note -o audit-v2',
        'corpuscope audit notes/ --labels labels.csv --label-field rfe --dry-run',
      ),
    )
    .action(lazily(async () => (await import('../commands/audit.ts')).audit))

  documents(
    program
      .command('pairs')
      .argument('<input...>', 'folders, files or patterns of them')
      .description('find the documents that are alike, without an audit: pairs.parquet')
      .option('-o, --out <file>', 'where the pairs go', 'pairs.parquet')
      .option('-q, --quiet', 'print nothing but errors'),
  )
    .addHelpText(
      'after',
      examples('corpuscope pairs notes.jsonl', 'corpuscope pairs notes/ -o alike.parquet', 'corpuscope pairs a.csv --text-field note'),
    )
    .action(lazily(async () => (await import('../commands/pairs.ts')).pairs))

  reading(
    program
      .command('write')
      .argument('<input...>', 'the corpus, as it was audited')
      .description('write a selection or a masked copy of a corpus in its own format')
      .option('--audit <folder>', 'the audit of that corpus, to drop or select by')
      .requiredOption('-o, --out <path>', 'where it goes: a file, or a folder of files')
      .option('--drop <what>', 'leave out "duplicates" or "findings"', collect, [])
      .option('--select <file>', 'only the ids in this file, one a line')
      .option('--mask <style>', 'remove identifiers, tag them ([NAME]), or put a surrogate there')
      .option('--mask-key-file <file>', 'secret of the surrogates (or CORPUSCOPE_MASK_KEY)')
      .option('--mask-group <field>', 'dates of documents alike in it move alike (default: by document)')
      .option('--mask-ids', 'other ids and names of files too, by the same secret')
      .option('-q, --quiet', 'print nothing but errors'),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope write notes/ --audit corpuscope-audit --drop duplicates -o clean',
        'corpuscope write a.csv --audit audit --select ids.txt -o some.csv',
        'corpuscope write notes/ --mask surrogate --mask-key-file key -o masked',
      ),
    )
    .action(lazily(async () => (await import('../commands/write.ts')).write))
}
