import { type Command, Option } from 'commander'
import { lazily } from './lazily.ts'
import { collect, examples } from './options.ts'

/** Commands that read an audit. */
export function auditCommands(program: Command): void {
  program.commandsGroup('An audit:')

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
    .action(lazily(async () => (await import('../commands/gate.ts')).gate))

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
    .action(lazily(async () => (await import('../commands/compare.ts')).compare))

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
    .action(lazily(async () => (await import('../commands/report.ts')).report))

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
    .action(lazily(async () => (await import('../commands/inspect.ts')).inspect))

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
    .action(lazily(async () => (await import('../commands/export.ts')).exportTable))
}
