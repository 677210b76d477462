import { spawnSync } from 'node:child_process'

export interface PeerAnswer {
  /** Of the work itself, without starting and reading. */
  readonly seconds: number
  /** Of the processor, over the whole process. */
  readonly cpu: number
  readonly megabytes: number
  readonly value: number
}

/** The same questions to packages that people know, on as many threads as they take. */
const program = `
import json, os, resource, sys, time, warnings
warnings.filterwarnings('ignore')
peer, file, out = sys.argv[1:4]
if peer == 'roofline': os.environ['OPENBLAS_NUM_THREADS'] = os.environ['OMP_NUM_THREADS'] = '1'
import numpy as np
X = np.fromfile(file, '<f4').reshape(-1, 384)
n = len(X)
start = time.perf_counter()
if peer == 'vendi-score':
    from vendi_score import vendi
    start = time.perf_counter()
    value = float(vendi.score_dual(X.astype(np.float64), q=1))
elif peer == 'all pairs by BLAS':
    value, counts = -9.0, np.zeros(200, np.int64)
    for b in range(0, n, 1024):
        C = X[b:b + 1024] @ X[b:].T
        m = C.shape[0]
        for part in (C[:, :m][np.triu_indices(m, 1)], C[:, m:]):
            if part.size:
                value = max(value, float(part.max()))
                counts += np.histogram(part, 200, (-1, 1))[0]
elif peer == 'umap-learn':
    import umap
    start = time.perf_counter()
    places = umap.UMAP(n_neighbors=15, min_dist=0.1, metric='cosine', random_state=42).fit_transform(X)
    places.astype('<f4').tofile(out)
    value = n
elif peer == 'trustworthiness':
    from sklearn.manifold import trustworthiness
    rows = np.random.default_rng(0).choice(n, min(n, 4000), replace=False)
    value = float(trustworthiness(X[rows], np.fromfile(out, '<f4').reshape(-1, 2)[rows], n_neighbors=15, metric='cosine'))
elif peer == 'roofline':
    A = X[:2048]
    best = min((lambda t: (A @ X[:4096].T, time.perf_counter() - t)[1])(time.perf_counter()) for _ in range(5))
    value = 2 * 2048 * 4096 * 384 / best
print(json.dumps({'seconds': time.perf_counter() - start, 'cpu': sum(os.times()[:2]), 'megabytes': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'value': value}))
`

/** What a peer says of a file of vectors; undefined where it is not installed. */
export function peerOnVectors(python: string, peer: string, file: string, out: string): PeerAnswer | undefined {
  const { status, stdout, stderr } = spawnSync(python, ['-c', program, peer, file, out], { encoding: 'utf8' })
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1)!) as PeerAnswer
  // Not installed is no news; anything else that kept a peer from its row is.
  if (!/ModuleNotFoundError|ENOENT/.test(stderr ?? '') && stderr) console.error(`${peer}: ${stderr.trim().split('\n').at(-1)}`)
  return undefined
}
