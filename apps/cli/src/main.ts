#!/usr/bin/env node
/** The command line. Only what `--help` needs is loaded here; each command loads its own work. */
import { run } from './program.ts'

process.exitCode = await run(process.argv.slice(2))
