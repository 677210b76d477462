import { Command, CommanderError, Option } from 'commander'
import { exitOf } from './exit.ts'
import { version } from './version.ts'

const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`

// Written out: the schemas that know them take their time to load, and --help does not wait for them.
const formats = ['text', 'jsonl', 'json', 'csv', 'tsv', 'parquet', 'conll', 'pubtator']
const shapes = ['text', 'dialogue', 'instruction', 'multiple-choice', 'question-answer', 'summary', 'inference', 'translation']

/** Options of every command that reads documents. */
function documents(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'what the input is, instead of guessing').choices(formats))
    .addOption(new Option('--shape <shape>', 'what a document is made of, instead of guessing').choices(shapes))
    .option('--split <name>', 'only this split of a dataset')
    .option('--subset <name>', 'only this configuration of a dataset folder')
    .option('--text-field <name>', 'field or column with the text')
    .option('--id-field <name>', 'field or column that names the document')
    .addOption(new Option('--words <rule>', 'how text is cut into words').choices(['standard', 'oracle-1', 'letters']))
    .option('--max-bad <share>', 'largest share of unreadable records', Number)
    .option('--threads <n>', 'worker threads (default: one a core, fewer if small)', Number)
}

/** Options of the commands that audit a corpus or a part of it. */
function reading(command: Command): Command {
  return documents(command)
    .option('-c, --config <file>', 'corpuscope.yaml to use, instead of the nearest one upwards')
    .option('--label-field <name>', 'field or column with the label (default: the one of --labels with categories of the reference)')
    .option('--language-field <name>', 'field or column with the language')
    .option('--labels <file>', 'CSV or TSV table joined by id or file name')
    .option('--name-pattern <pattern>', 'metadata from file names, like "{code}_{number}.txt"')
    .option('--language <code>', 'language of every document, instead of detecting it')
    .option('--suite <id>', 'which analyses run')
    .option('--only <ids>', 'only these categories, analyses or measures, comma-separated', list)
    .option('--by <field>', 'measure the values of a field apart', collect, [])
    .option(
      '--reference <id|file|audit>',
      'distribution that the case mix is held against: an id, a CSV or YAML file, or an audit of another corpus',
    )
    .option(
      '--population <id|file>',
      'ages and sexes of the population (columns age,sex,count): cells or margins to hold patients against and rake to; repeatable',
      collect,
      [],
    )
    .option('--normalise', 'divide the values of a reference file by their sum, whatever it is')
    .option('--code-map <file>', 'CSV table code,category: labels are codes, such as SNOMED CT or ICPC-2')
    .option('--vocabulary <file>', 'names of concepts to look for in the notes: CSV, SNOMED CT RF2, UMLS RRF')
    .option('--groups <table>', 'groups of their types: semantic-groups, omop, or a CSV table "type,group"')
    .option(
      '--spelling-words <file>',
      'words that are spelled right beside the dictionary (or all words of a language without one), one a line',
    )
    .option('--dale-chall-words <file>', 'familiar words, one a line: adds the readability formula of Dale & Chall')
    .option('--vectors <file>', 'vectors of the documents (.npy, .f32, .jsonl, .parquet), instead of an embedding fitted on the corpus')
    .option('--against-vectors <file>', 'vectors of the documents of --against')
    .option('--basis <audit>', 'embed in the space that an earlier audit fitted and kept, so that both can be contrasted')
    .option(
      '--embedder <folder|url>',
      'local model (ONNX or static vectors) or OpenAI-compatible service that gives documents their vectors',
    )
    .option('--embedder-model <name>', 'name of the model at the service; its key is read from CORPUSCOPE_EMBEDDINGS_KEY')
    .option('--embedder-cache <folder>', 'folder that keeps the answers of the service')
    .addOption(new Option('--pooling <how>', 'how a model makes one vector of its tokens').choices(['mean', 'cls']))
    .option('--max-tokens <n>', 'most tokens that a model reads at a time', Number)
    .addOption(
      new Option('--long-texts <how>', 'texts beyond that: cut, first and last part averaged, or all').choices([
        'cut',
        'first-last',
        'all',
      ]),
    )
    .option('--against <input>', 'another corpus to hold this one against; may be given again', collectOptional)
    .option('--holdout <input>', 'documents of the source of --against that this corpus was not made from', collectOptional)
    .option('--against-text-field <name>', 'field with the text in --against and --holdout')
    .option('--seed <number>', 'seed of everything random', Number)
    .option('--keep-field <name>', 'metadata field that may enter artefacts', collect, [])
    .option('--drop-field <name>', 'metadata field that stays out of artefacts', collect, [])
}

/** Options of the commands that hold whole corpora of annotations. */
function annotated(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'what the input is, instead of guessing').choices(formats))
    .option('--split <name>', 'only this split of a dataset')
    .option('--text-field <name>', 'field or column with the text')
    .option('--id-field <name>', 'field or column that names the document')
    .option('--types <names>', 'only annotations of these types, comma-separated', list)
    .option('--coded-only', 'only annotations with a code')
    .option('--groups <table>', 'groups of types: semantic-groups, omop, or a CSV table "type,group"')
    .option('--mode <modes>', 'only these: strict, type, grouped, span, type-overlap, partial', list)
    .option('--seed <number>', 'seed of everything random', Number)
    .option('--json', 'print it as JSON')
}

const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
const collectOptional = (value: string, before: readonly string[] = []): string[] => [...before, value]
const collect = (value: string, before: readonly string[]): string[] => [...before, value]

/** The whole command line as an object; completion scripts and tests read it too. */
export function createProgram(): Command {
  const program = new Command('corpuscope')
    .description('Measures the quality of a text corpus: case mix, style, diversity, duplication, privacy, concepts.')
    .version(version, '-V, --version', 'print the version')
    .option('--debug', 'print the stack of an unexpected fault')
    .showHelpAfterError('Run with --help to see what is possible.')
    .exitOverride()
    .addHelpText(
      'after',
      examples(
        'corpuscope audit notes/',
        'corpuscope audit notes.jsonl --labels labels.csv --label-field rfe',
        'corpuscope gate corpuscope-audit',
      ),
    )

  reading(program.command('audit').argument('<input...>', 'folders, files or patterns of them; "-" is standard input'))
    .description('measure a corpus: numbers, the documents behind them, and a page')
    .option('-o, --out <folder>', 'where the audit goes', 'corpuscope-audit')
    .option('--limit <n>', 'only n documents, drawn by hash', Number)
    .addOption(
      new Option('--with-text <how>', 'texts in the audit folder and on its page').choices(['none', 'masked', 'full']).default('none'),
    )
    .option('--i-may-publish-this-text', 'lets --with-text full pass where CI is set')
    .option('--dry-run', 'say what the input is taken for, and stop')
    .option('--json', 'print the estimates as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples(
        'corpuscope audit notes/',
        'corpuscope audit notes.jsonl --text-field note -o audit-v2',
        'corpuscope audit notes/ --labels labels.csv --label-field rfe --dry-run',
      ),
    )
    .action(lazily(async () => (await import('./commands/audit.ts')).audit))

  program
    .command('report')
    .argument('<audit...>', 'audit folders; several make a site with an index')
    .description('write the page of an audit again, or a site over several audits')
    .option('-o, --out <path>', 'file of the page (default: report.html in the audit), or folder of the site')
    .option('--releases', 'the audits are releases of one dataset, in this order (default: when they share documents)')
    .option('--no-releases', 'they are different corpora')
    .addHelpText(
      'after',
      examples(
        'corpuscope report corpuscope-audit',
        'corpuscope report corpuscope-audit -o page.html',
        'corpuscope report audits/v1 audits/v2 audits/v3 -o site/',
      ),
    )
    .action(lazily(async () => (await import('./commands/report.ts')).report))

  program
    .command('gate')
    .argument('<audit...>', 'audit folders; several are judged by one policy')
    .description('judge an audit by a policy; exit code 0 passed, 1 failed, 3 not measured')
    .option('--policy <file>', 'corpuscope.yaml to use, instead of the nearest one upwards')
    .option('--preset <name>', 'a ready policy: synthetic-clinical-notes, instruction-set, release-minimum', collect, [])
    .option(
      '--baseline <audit>',
      'audit folder, audit.json, baseline file, or one in git as main:path; for several audits a folder of them, or name=audit, again for each',
      (value: string, before?: readonly string[]) => [...(before ?? []), value],
    )
    .option('--update-baseline', 'accept this audit: write the baseline file (default: corpuscope-baseline.json)')
    .option('--format <format>', 'text, json, junit, sarif, github, gitlab, markdown or badge')
    .option('--output <format=path>', 'write it to a file as well; may be given again', collect, [])
    .option('--corpus-path <folder>', 'where the documents stand in the repository, for SARIF and annotations')
    .option('--history <file>', 'append the numbers of this run as a JSON line')
    .option('--calibrate', 'say how often the policy would fail an honest new sample, and stop')
    .option('--json', 'print the verdict as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples(
        'corpuscope gate corpuscope-audit',
        'corpuscope gate audit --preset release-minimum --baseline main:base.json',
        'corpuscope gate audit --format github --output sarif=gate.sarif',
      ),
    )
    .action(lazily(async () => (await import('./commands/gate.ts')).gate))

  program
    .command('compare')
    .argument('<before>', 'audit folder')
    .argument('<after>', 'audit folder')
    .description('say what differs between two audits; with a policy, judge the second by the first')
    .option('--policy <file>', 'corpuscope.yaml to use, instead of the nearest one upwards')
    .option('--preset <name>', 'a ready policy: synthetic-clinical-notes, instruction-set, release-minimum', collect, [])
    .option('-o, --out <file>', 'write a page of it as well')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      examples(
        'corpuscope compare audit-v1 audit-v2',
        'corpuscope compare audit-v1 audit-v2 -o compare.html',
        'corpuscope compare audit-v1 audit-v2 --json > changes.json',
      ),
    )
    .action(lazily(async () => (await import('./commands/compare.ts')).compare))

  annotated(program.command('score').argument('<predicted...>', 'the corpus with predicted annotations'))
    .description('score predicted annotations against gold ones, with intervals')
    .requiredOption('--gold <input>', 'the corpus with gold annotations; may be given again', collectOptional)
    .addHelpText(
      'after',
      examples(
        'corpuscope score predicted.jsonl --gold gold.jsonl',
        'corpuscope score brat-out/ --gold brat-gold/ --mode strict,partial',
        'corpuscope score out.jsonl --gold gold.jsonl --groups omop --json',
      ),
    )
    .action(lazily(async () => (await import('./commands/score.ts')).score))

  annotated(program.command('agreement').argument('<input...>', 'one CSV of ratings, or one corpus for each annotator'))
    .description('agreement of annotators: alpha, kappa, AC1, or F1 of spans')
    .option('--raters <columns>', 'columns with ratings (default: all but id and --id-field)', list)
    .option(
      '--scale <scales>',
      'of alpha: nominal, ordinal, interval, ratio (default: nominal, and for numbers ordinal and interval)',
      list,
    )
    .option('--categories <names>', 'all that could be given, lowest first; also ranks words for the ordinal scale', list)
    .addHelpText(
      'after',
      examples(
        'corpuscope agreement ratings.csv',
        'corpuscope agreement r.csv --scale ordinal --categories low,medium,high',
        'corpuscope agreement anna/ ben/ carla/ --mode strict,partial --json',
      ),
    )
    .action(lazily(async () => (await import('./commands/agreement.ts')).agreement))

  annotated(program.command('utility').argument('<corpus...>', 'the corpus whose worth is measured'))
    .description(
      'measure what a corpus teaches a model: notes without labels a concept annotator, annotations a tagger, labels a classifier',
    )
    .addOption(
      new Option('--task <task>', 'concepts: notes teach contexts; spans, labels: a light model is trained')
        .choices(['concepts', 'spans', 'labels'])
        .default('concepts'),
    )
    .option('--annotated <input>', 'concepts: a corpus with coded annotations; one part gives names, one tests', collectOptional)
    .option('--test <input>', 'test on these documents instead of a held-out part', collectOptional)
    .option('--baseline <input>', 'spans, labels: another corpus to train on beside this one', collectOptional)
    .option('--held-out <share>', 'share of documents to test on (default: 0.3)', Number)
    .option('--vocabulary <file>', 'concepts: names, as CSV, SNOMED CT RF2 or UMLS RRF')
    .option('--epochs <n>', 'times the corpus is read (default: 4; spans: 5)', Number)
    .option('--language <code>', 'language of the texts (default: en)')
    .option('--label-field <name>', 'labels: field or column with the label')
    .option('--chart <file.svg>', 'draw the curve')
    .addHelpText(
      'after',
      examples(
        'corpuscope utility notes/ --annotated coded.jsonl --chart curve.svg',
        'corpuscope utility a.jsonl --task spans --test b.jsonl --baseline c.jsonl',
        'corpuscope utility a.jsonl --task labels --label-field diagnosis',
      ),
    )
    .action(lazily(async () => (await import('./commands/utility.ts')).utility))

  annotated(program.command('annotate').argument('<input...>', 'folders, files or patterns of them'))
    .description('find the concepts of a vocabulary in a corpus, as JSON lines')
    .requiredOption('--vocabulary <file>', 'names of concepts: CSV, SNOMED CT RF2, UMLS RRF')
    .requiredOption('-o, --out <file>', 'where the JSON lines go: texts with spans')
    .option('--epochs <n>', 'times contexts are learned from the corpus (default: 1)', Number)
    .option('--language <code>', 'language of the texts (default: en)')
    .addHelpText(
      'after',
      examples(
        'corpuscope annotate notes/ --vocabulary names.csv -o out.jsonl',
        'corpuscope annotate a.jsonl --vocabulary MRCONSO.RRF -o b.jsonl',
        'corpuscope annotate a.jsonl --vocabulary rf2.txt --epochs 0 -o b.jsonl',
      ),
    )
    .action(lazily(async () => (await import('./commands/annotate.ts')).annotate))

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
    .action(lazily(async () => (await import('./commands/init.ts')).init))

  program
    .command('explain')
    .argument('<id...>', 'measures and rules, such as mattr-50')
    .description('say what measures and rules are, and where they come from')
    .addHelpText(
      'after',
      examples('corpuscope explain mattr-50', 'corpuscope explain vendi-score dcscore', 'corpuscope explain identifier-medicare'),
    )
    .action(lazily(async () => (await import('./commands/explain.ts')).explain))

  program
    .command('list')
    .argument('[what]', 'measures, rules, suites or references', 'measures')
    .description('list what corpuscope knows')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples('corpuscope list', 'corpuscope list rules', 'corpuscope list measures --json'))
    .action(lazily(async () => (await import('./commands/list.ts')).list))

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
    .action(lazily(async () => (await import('./commands/references.ts')).references))

  program
    .command('export')
    .argument('<audit>', 'audit folder')
    .argument('[what]', 'documents, findings, pairs, measures, a table of the audit, summary, card, croissant, charts or all', 'documents')
    .description('print a table of an audit as CSV or JSON, a Markdown summary, a dataset card; write charts as SVG')
    .addOption(new Option('--as <format>', 'form of a table').choices(['csv', 'json']).default('csv'))
    .option('-o, --out <path>', 'file to write instead of printing; a folder for charts and all')
    .addHelpText(
      'after',
      examples(
        'corpuscope export corpuscope-audit > documents.csv',
        'corpuscope export corpuscope-audit card >> README.md',
        'corpuscope export corpuscope-audit all -o files/',
      ),
    )
    .action(lazily(async () => (await import('./commands/export.ts')).exportTable))

  program
    .command('inspect')
    .argument('<audit>', 'audit folder')
    .argument('<document>', 'id of a document')
    .description('show what an audit knows of one document')
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      examples(
        'corpuscope inspect corpuscope-audit 0042.txt',
        'corpuscope inspect audit note-17',
        'corpuscope inspect audit note-17 --json',
      ),
    )
    .action(lazily(async () => (await import('./commands/inspect.ts')).inspect))

  reading(program.command('write').argument('<input...>', 'the corpus, as it was audited'))
    .description('write a selection or a masked copy of a corpus in its own format')
    .option('--audit <folder>', 'the audit of that corpus, to drop or select by')
    .requiredOption('-o, --out <path>', 'where it goes: a file, or a folder of files')
    .option('--drop <what>', 'leave out "duplicates" or "findings"', collect, [])
    .option('--select <file>', 'only the ids in this file, one a line')
    .option('--mask <style>', 'remove identifiers, tag them ([NAME]), or put a surrogate there')
    .option('--mask-key-file <file>', 'secret of the surrogates (or CORPUSCOPE_MASK_KEY)')
    .option('--mask-group <field>', 'dates of documents alike in it move alike (default: by document)')
    .option('--mask-ids', 'other ids and names of files too, by the same secret')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples(
        'corpuscope write notes/ --audit corpuscope-audit --drop duplicates -o clean',
        'corpuscope write a.csv --audit audit --select ids.txt -o some.csv',
        'corpuscope write notes/ --mask surrogate --mask-key-file key -o masked',
      ),
    )
    .action(lazily(async () => (await import('./commands/write.ts')).write))

  documents(program.command('pairs').argument('<input...>', 'folders, files or patterns of them'))
    .description('find the documents that are alike, without an audit: pairs.parquet')
    .option('-o, --out <file>', 'where the pairs go', 'pairs.parquet')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples('corpuscope pairs notes.jsonl', 'corpuscope pairs notes/ -o alike.parquet', 'corpuscope pairs a.csv --text-field note'),
    )
    .action(lazily(async () => (await import('./commands/pairs.ts')).pairs))

  reading(program.command('observe').argument('<input...>', 'the input, or a part of it'))
    .description('observe a corpus, or part k of n of it, for another engine')
    .requiredOption('-o, --out <folder>', 'where the partial goes')
    .option('--shard <k/n>', 'only part k of n')
    .option('--comparing <roles>', 'for an audit that compares: against, or against,holdout', list)
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples(
        'corpuscope observe part-1/ -o partial-1',
        'corpuscope observe notes.jsonl --shard 1/7 -o partial-1',
        'corpuscope observe notes/ --labels labels.csv --label-field rfe -o partial',
      ),
    )
    .action(lazily(async () => (await import('./commands/shards.ts')).observe))

  program
    .command('merge')
    .argument('<partial...>', 'folders that observe or merge wrote')
    .description('merge partials into one')
    .requiredOption('-o, --out <folder>', 'where the merged partial goes')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples(
        'corpuscope merge partial-1 partial-2 -o merged',
        'corpuscope merge partial-* -o merged',
        'corpuscope merge merged partial-8 -o all',
      ),
    )
    .action(lazily(async () => (await import('./commands/shards.ts')).merge))

  program
    .command('conclude')
    .argument('<partial...>', 'folders that observe or merge wrote')
    .description('conclude partials to an audit: the same bytes as one audit of the whole')
    .option('-o, --out <folder>', 'where the audit goes', 'corpuscope-audit')
    .option('--against <partial...>', 'partials of the corpus to hold it against')
    .option('--holdout <partial...>', 'partials of the holdout')
    .option('--json', 'print the estimates as JSON')
    .option('-q, --quiet', 'print nothing but errors')
    .addHelpText(
      'after',
      examples('corpuscope conclude merged', 'corpuscope conclude partial-1 partial-2 -o audit', 'corpuscope conclude partial-* --json'),
    )
    .action(lazily(async () => (await import('./commands/shards.ts')).conclude))

  program
    .command('doctor')
    .description('print versions, threads and which optional parts are there')
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples('corpuscope doctor', 'corpuscope doctor --json', 'corpuscope doctor > doctor.txt'))
    .action(lazily(async () => (await import('./commands/doctor.ts')).doctor))

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
    .action(lazily(async () => (await import('./commands/completion.ts')).completion))

  return program
}

/** A command's function takes its arguments, its options and the program, and gives the exit code. */
type Action = (args: never, options: never, program: Command) => Promise<number> | number

let exitCode = 0

function lazily(load: () => Promise<Action>): (...all: unknown[]) => Promise<void> {
  return async (...all) => {
    const command = all.pop() as Command
    const options = all.pop() as never
    exitCode = await (await load())(all as never, options, command.parent!)
  }
}

/** Runs the command line and gives the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  // `corpuscope list | head` closes our output early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  exitCode = 0
  const program = createProgram()
  try {
    if (args.length === 0) {
      program.outputHelp()
      return 2
    }
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return exitOf(error, program.opts<{ debug?: boolean }>().debug ?? false)
  }
}
