"""spaCy's PhraseMatcher on a table of names and a JSON list of texts: processor seconds to compile and to match, lower-cased words, no model."""
import csv, json, sys, time
import spacy
from spacy.matcher import PhraseMatcher

names, texts = sys.argv[1:3]
nlp = spacy.blank('en')
with open(names, newline='', encoding='utf8') as file:
    rows = [row['name'] for row in csv.DictReader(file)]
with open(texts, encoding='utf8') as file:
    corpus = json.load(file)
start = time.process_time()
matcher = PhraseMatcher(nlp.vocab, attr='LOWER')
matcher.add('names', list(nlp.pipe(rows)))
compiled = time.process_time() - start
start = time.process_time()
found = sum(len(matcher(doc)) for doc in nlp.pipe(corpus))
matched = time.process_time() - start
print(json.dumps({'compile': compiled, 'match': matched, 'found': found, 'megabytes': sum(len(text.encode()) for text in corpus) / 1e6}))
