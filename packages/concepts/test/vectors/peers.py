"""Vectors for the scorer: nervaluate 1.2.1, seqeval 1.2.2. Run with both installed; prints JSON."""
import json, random
from nervaluate import Evaluator
from seqeval.metrics.sequence_labeling import precision_recall_fscore_support
from seqeval.metrics.sequence_labeling import get_entities
rng = random.Random(12)
TYPES = ['A', 'B', 'C']
def flat(n):
    """spans that do not overlap one another and leave a gap (nervaluate's ends are inclusive), in order"""
    at, out = 0, []
    while True:
        at += rng.randint(0, 4); length = rng.randint(1, 4)
        if at + length > n: return out
        out.append({'label': rng.choice(TYPES), 'start': at, 'end': at + length}); at += length + 1
def disturbed(spans, n):
    """each kept, renamed, dropped, or moved by one: no prediction overlaps two of gold, and none two predictions one of gold"""
    out = []
    for s in spans:
        r = rng.random()
        if r < .45: out.append(dict(s))
        elif r < .6: out.append({**s, 'label': rng.choice(TYPES)})
        elif r < .8 and s['end'] - s['start'] > 1: out.append({**s, 'end': s['end'] - 1, 'label': rng.choice([s['label'], s['label'], rng.choice(TYPES)])})
    return out
def nerv(gold, pred):
    inc = lambda docs: [[{**s, 'end': s['end'] - 1} for s in d] for d in docs]
    r = Evaluator(inc(gold), inc(pred), tags=TYPES).evaluate()
    keep = lambda e: {k: getattr(e, k) for k in ('correct', 'incorrect', 'partial', 'missed', 'spurious', 'precision', 'recall', 'f1')}
    return {'overall': {k: keep(v) for k, v in r['overall'].items()}, 'entities': {t: {k: keep(v) for k, v in m.items()} for t, m in r['entities'].items()}}
out = {'made_with': 'nervaluate 1.2.1, seqeval 1.2.2 (ends inclusive there, exclusive here)', 'nervaluate': [], 'seqeval': [], 'nervaluate_wrong': [], 'seqeval_wrong': []}
for _ in range(25):
    gold = [flat(40) for _ in range(4)]; pred = [disturbed(d, 40) for d in gold]
    extra = rng.randint(0, 3)
    for _ in range(extra): pred[rng.randint(0, 3)].append({'label': rng.choice(TYPES), 'start': 50, 'end': 52})
    if not pred[0]: pred[0] = [dict(gold[0][0])]
    out['nervaluate'].append({'gold': gold, 'predicted': pred, 'result': nerv(gold, pred)})
def bio(spans, n):
    tags = ['O'] * n
    for s in spans:
        for i in range(s['start'], s['end']): tags[i] = ('B-' if i == s['start'] else 'I-') + s['label']
    return tags
for _ in range(25):
    gold = [flat(40) for _ in range(4)]; pred = [disturbed(d, 40) for d in gold]
    y, z = [bio(d, 40) for d in gold], [bio(d, 40) for d in pred]
    r = {}
    for avg in ('micro', 'macro'):
        p, q, f, _ = precision_recall_fscore_support(y, z, average=avg); r[avg] = {'precision': float(p), 'recall': float(q), 'f1': float(f)}
    labels = sorted({s['label'] for d in gold + pred for s in d})
    p, q, f, n = precision_recall_fscore_support(y, z, average=None)
    r['types'] = {t: {'precision': float(a), 'recall': float(b), 'f1': float(c), 'support': int(k)} for t, a, b, c, k in zip(labels, p, q, f, n)}
    out['seqeval'].append({'gold': gold, 'predicted': pred, 'result': r})
# where they are not right
def both(name, why, gold, pred):
    a = nerv([gold], [pred]); b = nerv([gold[::-1]], [pred]); c = nerv([gold], [pred[::-1]])
    out['nervaluate_wrong'].append({'name': name, 'why': why, 'gold': gold, 'predicted': pred, 'as_given': a['overall'], 'gold_reversed': b['overall'], 'predicted_reversed': c['overall']})
s = lambda a, b, l: {'start': a, 'end': b, 'label': l}
both('one prediction over two of gold (issues 39, 40)', 'which of gold it takes, and so strict incorrect/missed by type, depends on the order', [s(0, 13, 'A'), s(14, 18, 'B')], [s(0, 18, 'A')])
both('two predictions over one of gold, the wrong type first (issue 84)', 'the first takes the gold span, the right one comes too late', [s(0, 2, 'x'.upper().replace('X', 'A'))], [s(0, 3, 'B'), s(0, 3, 'A')])
both('a loose prediction before the exact one', 'strict: the loose one takes the gold span that the next matches exactly', [s(0, 10, 'A')], [s(0, 5, 'A'), s(0, 10, 'A')])
both('nested gold, exact prediction of the inner one and a loose one', 'the loose one is paired with the inner span', [s(5, 10, 'A'), s(0, 20, 'A')], [s(4, 10, 'A'), s(5, 10, 'A')])
both('chain: a greedy choice leaves one unpaired', 'type: two pairs of one type are possible, one is found in one order', [s(0, 10, 'A'), s(8, 30, 'A')], [s(7, 22, 'A'), s(20, 29, 'A')])
def seq(name, why, y, z):
    p, q, f, _ = precision_recall_fscore_support([y], [z], average='micro')
    out['seqeval_wrong'].append({'name': name, 'why': why, 'y_true': y, 'y_pred': z, 'read_gold': [list(e) for e in get_entities([y])], 'read_predicted': [list(e) for e in get_entities([z])], 'micro': [float(p), float(q), float(f)]})
seq('tags without a type (issue 67)', 'the span is read as type "_": scores stand under a type that no tag states', ['O','O','B','I','I','I','I','O'], ['O','O','B','I','I','B','I','O'])
seq('an I- that no B- began', 'read as an entity in the default mode: a malformed sequence scores as a right one', ['O','B-A','I-A','O'], ['O','I-A','I-A','O'])
seq('nested and overlapping entities', 'cannot be written as one tag a word: the inner span is lost before scoring', ['B-A','I-A','I-A','O'], ['B-A','I-A','I-A','O'])
seq('a change of type inside', 'I-B after I-A is read as a new entity', ['B-A','I-A','I-A','O'], ['B-A','I-A','I-B','O'])
print(json.dumps(out, separators=(',', ':')))
