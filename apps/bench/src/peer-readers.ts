import { spawnSync } from 'node:child_process'
import type { ReaderRow } from './readers.ts'

/**
 * The same pass by readers that people know, on one thread each: every text read, its characters summed. Called where they are
 * installed (`CORPUSCOPE_BENCH_PYTHON`, else `python3`, with duckdb or pandas); nothing is downloaded.
 */
const program = `
import json, resource, sys, time
peer, form, pattern = sys.argv[1:4]
import glob
files = sorted(glob.glob(pattern))
t, c = time.perf_counter(), time.process_time()
if peer == 'duckdb':
    import duckdb
    con = duckdb.connect()
    con.execute("set threads=1")
    # Its progress bar goes to standard output once a query takes two seconds.
    con.execute("set enable_progress_bar=false")
    source = "read_parquet(?)" if form == 'parquet' else "read_json(?, format='newline_delimited', columns={id: 'VARCHAR', text: 'VARCHAR'})"
    n, _ = con.execute("select count(*), sum(length(text)) from " + source, [files]).fetchone()
    version = duckdb.__version__
else:
    import pandas as pd
    n = 0
    for f in files:
        parts = [pd.read_parquet(f)] if form == 'parquet' else pd.read_json(f, lines=True, chunksize=10000)
        for part in parts:
            n += len(part); part['text'].str.len().sum()
    version = pd.__version__
print(json.dumps({'n': n, 'seconds': time.perf_counter() - t, 'cpu': time.process_time() - c, 'rss': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'version': version}))
`

/** Rows of the peers that are installed, for files that our readers have just read. */
export function peerReaders(form: 'jsonl' | 'parquet', pattern: string, bytes: number, documents: number): ReaderRow[] {
  return ['duckdb', 'pandas'].flatMap((peer) => {
    const python = process.env['CORPUSCOPE_BENCH_PYTHON'] ?? 'python3'
    const { status, stdout, stderr } = spawnSync(python, ['-c', program, peer, form, pattern], { encoding: 'utf8' })
    if (status !== 0) {
      // Not installed is no news; anything else that kept a peer from its row is.
      if (!/ModuleNotFoundError|ENOENT/.test(stderr ?? '') && stderr) console.error(`${peer}: ${stderr.trim().split('\n').at(-1)}`)
      return []
    }
    const answer = JSON.parse(stdout) as { n: number; seconds: number; cpu: number; rss: number; version: string }
    if (answer.n !== documents) throw new Error(`${peer}: ${answer.n} documents of ${documents}`)
    const { seconds, cpu, rss, version } = answer
    return [
      {
        name: `reader: ${form} by ${peer} ${version}, peak ${rss} MB, ${cpu.toFixed(1)} s of processor`,
        median: seconds,
        unit: 's',
        rate: bytes / 1e6 / cpu,
        peakMegabytes: rss,
      },
    ]
  })
}
