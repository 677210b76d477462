import { type Command, Option } from 'commander'
import { lazily } from './lazily.ts'
import { annotated, collectOptional, examples, list } from './options.ts'

/** Commands that hold annotations against each other, find them, or teach by them. */
export function annotationCommands(program: Command): void {
  program.commandsGroup('Annotations:')

  annotated(
    program
      .command('score')
      .argument('<predicted...>', 'the corpus with predicted annotations')
      .description('score predicted annotations against gold ones, with intervals')
      .requiredOption('--gold <input>', 'the corpus with gold annotations; may be given again', collectOptional),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope score predicted.jsonl --gold gold.jsonl',
        'corpuscope score brat-out/ --gold brat-gold/ --mode strict,partial',
        'corpuscope score out.jsonl --gold gold.jsonl --groups omop --json',
      ),
    )
    .action(lazily(async () => (await import('../commands/score.ts')).score))

  annotated(
    program
      .command('agreement')
      .argument('<input...>', 'one CSV of ratings, or one corpus for each annotator')
      .description('agreement of annotators: alpha, kappa, AC1, or F1 of spans')
      .option('--raters <columns>', 'columns with ratings (default: all but id and --id-field)', list)
      .option(
        '--scale <scales>',
        'of alpha: nominal, ordinal, interval, ratio (default: nominal, and for numbers ordinal and interval)',
        list,
      )
      .option('--categories <names>', 'all that could be given, lowest first; also ranks words for the ordinal scale', list),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope agreement ratings.csv',
        'corpuscope agreement r.csv --scale ordinal --categories low,medium,high',
        'corpuscope agreement anna/ ben/ carla/ --mode strict,partial --json',
      ),
    )
    .action(lazily(async () => (await import('../commands/agreement.ts')).agreement))

  annotated(
    program
      .command('annotate')
      .argument('<input...>', 'folders, files or patterns of them')
      .description('find the concepts of a vocabulary in a corpus, as JSON lines')
      .requiredOption('--vocabulary <file>', 'names of concepts: CSV, SNOMED CT RF2, UMLS RRF')
      .requiredOption('-o, --out <file>', 'where the JSON lines go: texts with spans')
      .option('--epochs <n>', 'times contexts are learned from the corpus (default: 1)', Number)
      .option('--language <code>', 'language of the texts (default: en)'),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope annotate notes/ --vocabulary names.csv -o out.jsonl',
        'corpuscope annotate a.jsonl --vocabulary MRCONSO.RRF -o b.jsonl',
        'corpuscope annotate a.jsonl --vocabulary rf2.txt --epochs 0 -o b.jsonl',
      ),
    )
    .action(lazily(async () => (await import('../commands/annotate.ts')).annotate))

  annotated(
    program
      .command('utility')
      .argument('<corpus...>', 'the corpus whose worth is measured')
      .description('measure what a corpus teaches a model: notes a concept annotator, annotations a tagger, labels a classifier')
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
      .option('--chart <file.svg>', 'draw the curve'),
  )
    .addHelpText(
      'after',
      examples(
        'corpuscope utility notes/ --annotated coded.jsonl --chart curve.svg',
        'corpuscope utility a.jsonl --task spans --test b.jsonl --baseline c.jsonl',
        'corpuscope utility a.jsonl --task labels --label-field diagnosis',
      ),
    )
    .action(lazily(async () => (await import('../commands/utility.ts')).utility))
}
