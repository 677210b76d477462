"""Vectors for confident learning: cleanlab 2.9.0 on seeded examples. Run with it installed; prints JSON."""
import json
import cleanlab
import numpy as np
from cleanlab.count import compute_confident_joint, get_confident_thresholds
from cleanlab.filter import find_label_issues

cases = []
for seed, (n, k, noise) in enumerate([(120, 2, .08), (150, 4, .2), (100, 5, .15)]):
    rng = np.random.default_rng(seed)
    true = rng.integers(0, k, n)
    given = true.copy()
    flipped = rng.random(n) < noise
    given[flipped] = (true[flipped] + rng.integers(1, k, flipped.sum())) % k
    logits = rng.normal(0, 1, (n, k))
    logits[np.arange(n), true] += 2.5
    p = np.exp(logits)
    p = np.round(p / p.sum(1, keepdims=True), 4)
    p[:, -1] = np.round(1 - p[:, :-1].sum(1), 4)
    joint, found = compute_confident_joint(given, p, return_indices_of_off_diagonals=True, calibrate=False)
    issues = np.where(find_label_issues(given, p, filter_by='confident_learning'))[0]
    cases.append({'classes': k, 'labels': given.tolist(), 'probabilities': [round(float(x), 4) for x in p.ravel()],
                  'joint': joint.ravel().tolist(), 'thresholds': get_confident_thresholds(given, p).tolist(),
                  'off_diagonal': sorted(int(i) for i in found), 'issues': issues.tolist()})
print(json.dumps({'made_with': 'cleanlab ' + cleanlab.__version__, 'cases': cases}))
