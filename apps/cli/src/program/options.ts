import { type Command, Option } from 'commander'

// Written out: the schemas that know them take their time to load, and --help does not wait for them.
const formats = ['text', 'jsonl', 'json', 'csv', 'tsv', 'parquet', 'conll', 'pubtator']
const shapes = ['text', 'dialogue', 'instruction', 'multiple-choice', 'question-answer', 'summary', 'inference', 'translation']

export const list = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
export const collectOptional = (value: string, before: readonly string[] = []): string[] => [...before, value]
export const collect = (value: string, before: readonly string[]): string[] => [...before, value]

/** Options of every command that reads documents. */
export function documents(command: Command): Command {
  return command
    .optionsGroup('Reading:')
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
export function reading(command: Command): Command {
  return documents(command)
    .option('--labels <file>', 'CSV or TSV table joined by id or file name')
    .option('--label-field <name>', 'field or column with the label (default: the one of --labels with categories of the reference)')
    .option('--name-pattern <pattern>', 'metadata from file names, like "{code}_{number}.txt"')
    .option('--language <code>', 'language of every document, instead of detecting it')
    .option('--language-field <name>', 'field or column with the language')
    .option('--keep-field <name>', 'metadata field that may enter artefacts', collect, [])
    .option('--drop-field <name>', 'metadata field that stays out of artefacts', collect, [])
    .optionsGroup('What is measured:')
    .option('-c, --config <file>', 'corpuscope.yaml to use, instead of the nearest one upwards')
    .option('--suite <id>', 'which analyses run')
    .option('--only <ids>', 'only these categories, analyses or measures, comma-separated', list)
    .option('--by <field>', 'measure the values of a field apart', collect, [])
    .option('--seed <number>', 'seed of everything random', Number)
    .optionsGroup('References, vocabularies, word lists:')
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
    .optionsGroup('Another corpus beside it:')
    .option('--against <input>', 'another corpus to hold this one against; may be given again', collectOptional)
    .option('--holdout <input>', 'documents of the source of --against that this corpus was not made from', collectOptional)
    .option('--against-text-field <name>', 'field with the text in --against and --holdout')
    .option('--against-vectors <file>', 'vectors of the documents of --against')
    .optionsGroup('Vectors of the documents:')
    .option('--vectors <file>', 'vectors of the documents (.npy, .f32, .jsonl, .parquet), instead of an embedding fitted on the corpus')
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
}

/** Options of the commands that hold whole corpora of annotations. */
export function annotated(command: Command): Command {
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

/** Examples at the end of a command's help. */
export const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
